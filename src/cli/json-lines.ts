// JSON lines in, JSON lines out: a line at a time, so that a million of them fit; a bad line is refused by its number.

import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { UserError } from '../errors.ts'
import type { Say, Word } from './words.ts'

export type InputLine = {
  readonly id: string | number
  readonly text: string
  readonly lang?: string
  /** Other fields that are texts, such as a title or a time. */
  readonly fields: Readonly<Record<string, string>>
}

type Input = { readonly files: readonly string[]; readonly say: Say }
type Options = Input & { readonly judge: (line: InputLine) => object | Promise<object> }

/** A line longer than this is no item; it is skipped without being held. */
const longestLine = 10_000_000
const personal = /:\/\/|^www\.|@|^[\w.-]+\.(com|vn|org|net|social)\//i

/** Judges every line of the files (or standard input); returns how many were refused. */
export function judgeLines({ files, say, judge }: Options): Promise<number> {
  return eachLine({ files, say }, async (line) => {
    await print({ id: line.id, ...(await judge(line)) })
    return undefined
  })
}

/** Takes a line, or says why it is refused. */
type Take = (line: InputLine) => Promise<Word | undefined>

/** Gives every line of the files (or standard input) to `take`; says which were refused, and returns how many. */
export async function eachLine({ files, say }: Input, take: Take): Promise<number> {
  let refused = 0
  for (const file of files.length > 0 ? files : [null])
    for await (const { number, text } of readLines(file === null ? process.stdin : openFile(file, say))) {
      const line = parseLine(text)
      const problem = typeof line === 'string' ? line : await take(line)
      if (problem === undefined) continue
      refused++
      process.stderr.write(`${file ?? '-'}: ${say('line')} ${number}: ${say(problem)}\n`)
    }
  if (refused > 0) process.stderr.write(`${refused} ${say('linesRefused')}\n`)
  return refused
}

/** Writes one JSON line and waits for the reader, so that output never piles up in memory. */
export async function print(value: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain')
}

function openFile(file: string, say: Say): Readable {
  const stream = createReadStream(file)
  stream.on('error', (error) => stream.destroy(new UserError(file, say('unreadable'), error.message)))
  return stream
}

async function* readLines(stream: Readable): AsyncGenerator<{ number: number; text: string }> {
  const decoder = new TextDecoder()
  let number = 0
  let rest = ''
  let isTooLong = false
  for await (const chunk of stream) {
    const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    for (const text of parts) {
      number++
      if (isTooLong || text.trim() !== '') yield { number, text: isTooLong ? '\u0000' : text }
      isTooLong = false
    }
    if (rest.length > longestLine) {
      isTooLong = true
      rest = ''
    }
  }
  rest += decoder.decode()
  if (isTooLong || rest.trim() !== '') yield { number: number + 1, text: isTooLong ? '\u0000' : rest }
}

/** The line, or the word for why it is refused. */
function parseLine(text: string): InputLine | Word {
  if (text === '\u0000') return 'lineTooLong'
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return 'lineNotJson'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'lineNotObject'
  const { id, text: content, lang, ...others } = value as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return 'badId'
  if (personal.test(String(id))) return 'personalId'
  if (typeof content !== 'string') return 'badText'
  const fields = Object.fromEntries(Object.entries(others).filter((field) => typeof field[1] === 'string'))
  return { id, text: content, ...(typeof lang === 'string' ? { lang } : {}), fields: fields as Record<string, string> }
}
