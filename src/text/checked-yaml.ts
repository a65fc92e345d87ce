// YAML that people write by hand, checked against a schema: every problem of a file at once, each with its line.
import { type Document, isCollection, isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import type { z } from 'zod'
import { UserError } from '../errors.ts'
import { keysAt } from './schema-keys.ts'
import { suggest } from './suggest.ts'

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue
type Problem = { readonly line: number; readonly what: string; readonly todo: string }
type Place = { readonly document: Document.Parsed; readonly lines: LineCounter; readonly schema: z.ZodType }

/**
 * Reads YAML text and checks it. Throws one `UserError` that names `file:line` and says what to do; where a file has
 * several problems, all of them are listed in the order of their lines.
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    what: `this is not valid YAML: ${error.message}`,
    todo: 'Check the indentation, the colons and the quotation marks of this line and the one before.',
  }))
  if (broken.length > 0) throw toError(file, broken)
  const result = schema.safeParse(readValue(document, file))
  if (result.success) return result.data
  const place = { document, lines, schema }
  throw toError(
    file,
    result.error.issues.flatMap((issue) => describeIssue(issue, [], place)),
  )
}

/** Aliases that blow up are the one way in which reading the values of a valid document can fail. */
function readValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new UserError(`${file}:1`, what, 'Write the values out instead of using & and *.')
  }
}

function toError(file: string, problems: readonly Problem[]): UserError {
  const sorted = problems
    .filter((one, i) => problems.findIndex((other) => other.line === one.line && other.what === one.what) === i)
    .sort((a, b) => a.line - b.line)
  const [first] = sorted
  if (!first) return new UserError(`${file}:1`, 'the file does not fit its schema', 'Compare it with an example.')
  if (sorted.length === 1) return new UserError(`${file}:${first.line}`, first.what, first.todo)
  const list = sorted.map(({ line, what, todo }) => `\n  ${file}:${line}: ${what}. ${todo}`).join('')
  return new UserError(`${file}:${first.line}`, `${sorted.length} problems${list}`, 'Mend these lines and try again.')
}

function describeIssue(issue: Issue, prefix: Path, place: Place): Problem[] {
  const path = [...prefix, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => describeUnknownKey(key, path, place))
  // Of the options of a union, the one that fits best says most about what was meant.
  const option = issue.code === 'invalid_union' ? [...issue.errors].sort(byFit)[0] : undefined
  if (option && option.length > 0) return option.flatMap((inner) => describeIssue(inner, path, place))
  return [describeValue(issue, path, place)]
}

function byFit(a: readonly Issue[], b: readonly Issue[]): number {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length))
  return depth(b) - depth(a) || a.length - b.length
}

function describeUnknownKey(key: string, path: Path, place: Place): Problem {
  const known = keysAt(place.schema, path)
  const guess = suggest(key, known)
  return {
    line: lineOf([...path, key], place, 'key'),
    what: `unknown key "${key}"${inside(path)}`,
    todo: [guess && `Did you mean "${guess}"?`, known.length > 0 && `Keys that may stand here: ${listOf(known)}.`]
      .filter(Boolean)
      .join(' '),
  }
}

/** Beyond some twenty a list is no help to a reader. */
function listOf(words: readonly string[]): string {
  return words.length <= 20 ? words.join(', ') : `${words.slice(0, 20).join(', ')} … (${words.length} in all)`
}

function describeValue(issue: Issue, path: Path, place: Place): Problem {
  const name = nameOf(path)
  const line = lineOf(path, place, 'value')
  const found = path.length === 0 ? place.document.contents : place.document.getIn(path, true)
  if (found === undefined && issue.code !== 'custom')
    return { line, what: `${name} is missing`, todo: `Add it: ${expectation(issue)}.` }
  const value = isScalar(found) ? found.value : undefined
  const shown = typeof value === 'string' && value.length <= 60 ? ` "${value}"` : value == null ? '' : ` ${value}`
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String)
    const guess = suggest(String(value), options)
    const todo = `Choose one of ${listOf(options)}.`
    return {
      line,
      what: `${name}:${shown} is not a known value`,
      todo: guess ? `Did you mean "${guess}"? ${todo}` : todo,
    }
  }
  if (issue.code === 'custom') return { line, what: `${name} ${issue.message}`, todo: 'Change it as said.' }
  return { line, what: `${name}:${shown} does not fit`, todo: `It has to be ${expectation(issue)}.` }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

/** What a value should have been, in words that follow "It has to be". */
function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return `one of ${listOf(issue.values.map(String))}`
  const things = 'origin' in issue && issue.origin === 'array' ? ' entries' : ''
  if (issue.code === 'too_small')
    return `at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : things}`
  if (issue.code === 'too_big') return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : things}`
  return issue.message
}

function nameOf(path: Path): string {
  if (path.length === 0) return 'the file'
  const last = path.at(-1)
  return typeof last === 'number' ? `entry ${last + 1}${inside(path.slice(0, -1))}` : `"${String(last)}"`
}

function inside(path: Path): string {
  const key = path.findLast((part) => typeof part === 'string')
  return key === undefined ? '' : ` in "${String(key)}"`
}

/** Line of a key or a value; of the nearest thing around it where it is missing. */
function lineOf(path: Path, { document, lines }: Place, part: 'key' | 'value'): number {
  let node: unknown = document.contents
  let offset = (document.contents as ParsedNode | null)?.range?.[0] ?? 0
  for (const [depth, step] of path.entries()) {
    if (!isCollection(node)) break
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === step) : undefined
    const next: unknown = node.get(step, true)
    const isLast = depth === path.length - 1
    const at = pair && isLast && (part === 'key' || next == null) ? pair.key : (next ?? pair?.key)
    const range = (at as ParsedNode | undefined)?.range
    if (!range) break
    offset = keyOffset(pair?.key, range[0], isLast)
    node = next
  }
  return lines.linePos(offset).line
}

/** A block that begins on the line after its key is shown at the key: that is where a person looks. */
function keyOffset(key: unknown, valueOffset: number, isLast: boolean): number {
  const range = isScalar(key) ? key.range : undefined
  return range && !isLast ? range[0] : valueOffset
}
