// Content: reads the outlets' texts from YAML and resolves what they share, copies of one another included.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { conventionIds } from '../../src/model/convention.ts'
import { languages } from '../../src/model/language.ts'

const folder = new URL('./outlets/', import.meta.url)
const timelineFile = 'timeline-nhanquyen.yaml'
const dayNames: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const when = z
  .string()
  .regex(/^(mon|tue|wed|thu|fri|sat|sun) ([01]\d|2[0-3]):[0-5]\d$/, 'a weekday and a time, for example "mon 06:30"')
const round = z.union([z.literal(1), z.literal(2)]).default(1)
const replacements = z.array(z.tuple([z.string().min(1), z.string()]))

/** What a person would say of an item: examples to compare with, not data to train on. */
const expectation = z.strictObject({
  conventions: z.array(z.enum(conventionIds)),
  aspect: z.enum(['good_news', 'policy', 'education', 'concern', 'case']).optional(),
  language: z.enum(languages),
  isTrap: z.boolean().default(false).describe('Ordinary news that uses words of the conventions'),
  isWithoutMarks: z.boolean().default(false).describe('Vietnamese written without diacritics'),
})

const placed = {
  slug: z.string().regex(/^[a-z0-9-]+$/),
  when,
  isBefore: z.boolean().default(false).describe('In the week before'),
  round,
  section: z.string().min(1),
  language: z.enum(languages).optional(),
  byline: z.string().min(1).optional().describe('Stands in the author box; the product must not keep it'),
}

const writtenItem = z.strictObject({
  ...placed,
  title: z.string().min(1),
  lead: z.string().min(1),
  text: z.string().min(1).describe('Paragraphs, with an empty line between them'),
  caption: z.string().optional(),
  names: z.array(z.string()).default([]).describe('Private people named in the text'),
  comments: z.array(z.strictObject({ name: z.string(), text: z.string() })).default([]),
  page: z.enum(['ok', 'missing', 'broken', 'login', 'large', 'forbidden']).default('ok'),
  twice: z.enum(['tracking', 'repeated']).optional().describe('Listed a second time in its feed'),
  edit: z.strictObject({ lead: z.string(), replace: replacements }).optional().describe('What round 2 changes'),
  expect: expectation,
})

const copiedItem = z.strictObject({
  ...placed,
  copyOf: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'outlet/slug'),
  title: z.string().optional(),
  edits: replacements.default([]),
})

const outletSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  tagline: z.string(),
  language: z.enum(languages),
  format: z.enum(['rss', 'rss-full', 'atom', 'json', 'listing']),
  charset: z.enum(['utf-8', 'windows-1258']).default('utf-8'),
  template: z.enum(['news', 'magazine', 'daily', 'portal', 'commune', 'tables', 'radio', 'paper', 'border']),
  feed: z.string().startsWith('/'),
  address: z.string().startsWith('/'),
  items: z.array(z.union([writtenItem, copiedItem])).min(1),
})

const timelineSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  posts: z.array(
    z.strictObject({
      when,
      handle: z.string().regex(/^[a-z0-9_.]+$/),
      display: z.string().min(1),
      text: z.string().min(1),
      mentions: z.array(z.string()).default([]),
      planted: z.array(z.string()).default([]).describe('Numbers and addresses that stand in the text'),
      expect: expectation,
    }),
  ),
})

type WrittenItem = z.output<typeof writtenItem>
type RawOutlet = z.output<typeof outletSchema>
type RawItem = RawOutlet['items'][number]

/** An item as it is served. `day` counts from the week's Monday; negative in the week before. */
export type SampleItem = Omit<WrittenItem, 'when' | 'isBefore' | 'text' | 'language'> & {
  readonly outlet: string
  readonly path: string
  readonly day: number
  readonly time: string
  readonly language: (typeof languages)[number]
  readonly paragraphs: readonly string[]
  readonly copyOf: string | null
  readonly isEditedCopy: boolean
}
export type SampleOutlet = Omit<RawOutlet, 'items'> & { readonly items: readonly SampleItem[] }
export type SamplePost = z.output<typeof timelineSchema>['posts'][number] & {
  readonly id: string
  readonly day: number
  readonly time: string
}

/** The nine outlets with their items, copies filled in. Throws where a file does not keep to its form. */
export function loadOutlets(): SampleOutlet[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== timelineFile)
  const outlets = files.sort().map((file) => outletSchema.parse(readYaml(file)))
  return outlets.map((outlet, i) => ({
    ...outlet,
    items: outlet.items.map((item, k) => place(outlet, item, (i + 1) * 1000 + k * 7 + 3, outlets)),
  }))
}

/** The posts of the public tag, oldest first. */
export function loadPosts(): SamplePost[] {
  const { posts } = timelineSchema.parse(readYaml(timelineFile))
  return posts.map((post, i) => ({ ...post, ...readWhen(post.when, false), id: `1134000000${40_031 + i * 7919}` }))
}

/** 0: the evening before the week begins · 1: its Sunday · 2: later that evening, with an edit and three new items. */
export type SampleRound = 0 | 1 | 2

/** What an outlet shows in a round, as it reads then. */
export function itemsInRound(items: readonly SampleItem[], current: SampleRound): SampleItem[] {
  const isThere = (item: SampleItem) => (current === 0 ? item.day < 0 : item.round <= current)
  return items.filter(isThere).map((item) => itemInRound(item, current))
}

/** The item as it stands in a round: in the second one the edited article reads differently. */
export function itemInRound(item: SampleItem, current: SampleRound): SampleItem {
  if (current < 2 || item.edit === undefined) return item
  const paragraphs = replaceAll(item.paragraphs.join('\n\n'), item.edit.replace, item.slug).split('\n\n')
  return { ...item, lead: item.edit.lead, paragraphs }
}

/** Names in author boxes and under comments: none of them may be stored. */
export function plantedNames(): string[] {
  const items = loadOutlets().flatMap((outlet) => outlet.items)
  const names = items.flatMap((item) => [...(item.byline ? [item.byline] : []), ...item.comments.map((c) => c.name)])
  return [...new Set(names)]
}

function readYaml(file: string): unknown {
  return parse(readFileSync(new URL(file, folder), 'utf8').normalize('NFC'))
}

function readWhen(text: string, isBefore: boolean): { day: number; time: string } {
  const [name = '', time = ''] = text.split(' ')
  return { day: dayNames.indexOf(name) - (isBefore ? 7 : 0), time }
}

function place(outlet: RawOutlet, raw: RawItem, n: number, outlets: readonly RawOutlet[]): SampleItem {
  const copy = 'copyOf' in raw ? raw : null
  const { when: _when, isBefore, text, ...item } = 'copyOf' in raw ? fillCopy(raw, outlets) : raw
  const language = item.language ?? outlet.language
  const values: Readonly<Record<string, string>> = { slug: item.slug, section: item.section, language, n: String(n) }
  return {
    ...item,
    ...readWhen(raw.when, isBefore),
    outlet: outlet.id,
    path: `/${outlet.id}${outlet.address.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')}`,
    language,
    paragraphs: text.trim().split(/\n\n+/),
    copyOf: copy?.copyOf ?? null,
    isEditedCopy: (copy?.edits.length ?? 0) > 0,
  }
}

/** A copy has the text and labels of its original, but nothing of the original's furniture and troubles. */
function fillCopy(copy: z.output<typeof copiedItem>, outlets: readonly RawOutlet[]): WrittenItem {
  const [outletId, slug] = copy.copyOf.split('/')
  const original = outlets.find(({ id }) => id === outletId)?.items.find((item) => item.slug === slug)
  if (original === undefined || 'copyOf' in original) throw new Error(`${copy.slug}: there is no ${copy.copyOf}`)
  const { copyOf: _of, edits, ...own } = copy
  return {
    ...own,
    title: copy.title ?? original.title,
    lead: original.lead,
    text: replaceAll(original.text, edits, copy.slug),
    names: original.names,
    comments: [],
    page: 'ok',
    expect: original.expect,
  }
}

function replaceAll(text: string, pairs: readonly (readonly [string, string])[], slug: string): string {
  return pairs.reduce((current, [from, to]) => {
    if (!current.includes(from)) throw new Error(`${slug}: the words to replace are not in the text`)
    return current.replace(from, to)
  }, text)
}
