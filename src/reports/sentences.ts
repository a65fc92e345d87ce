// What a report says in sentences: each is made from figures of the model, and none stands without one.
import { conventionIds } from '../model/convention.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import type { ConventionSection, Figure, ReportModel } from '../model/report.ts'
import { directions } from '../model/tag.ts'
import { vietnamDay } from '../rules/day.ts'
import { type Line, type LineId, lines } from './lines.ts'
import { shortName, weekdayName, writeDay, writeLongDay, writeNumber, writeShortDay } from './notation.ts'
import { labels } from './wording.ts'

/** Below this base a per cent says less than the number: 1 to 3 is not "200 % more". */
const leastPercentBase = 20

type Noun = 'items' | 'posts' | 'sources' | 'languages'

/** For 1, and for everything else: Vietnamese has no plural. */
const nouns: Readonly<Record<InterfaceLanguage, Readonly<Record<Noun, readonly [string, string]>>>> = {
  vi: {
    items: ['tin, bài', 'tin, bài'],
    posts: ['bài đăng', 'bài đăng'],
    sources: ['nguồn', 'nguồn'],
    languages: ['ngôn ngữ', 'ngôn ngữ'],
  },
  en: {
    items: ['item', 'items'],
    posts: ['public post', 'public posts'],
    sources: ['source', 'sources'],
    languages: ['language', 'languages'],
  },
}

function countOf(noun: Noun, value: number, language: InterfaceLanguage): string {
  return `${writeNumber(value, language)} ${nouns[language][noun][value === 1 ? 0 : 1]}`
}

/** ", 32 more (18%) than in the week before": empty where the week is not over or one of the two is withheld. */
function changeOf(figure: Figure, noun: Noun, model: ReportModel): string {
  const { value, previous, withheld } = figure
  const isVi = model.language === 'vi'
  if (!model.isComplete || withheld || value === null) return ''
  if (previous === null) return isVi ? '; chưa có dữ liệu tuần trước' : '; there is no data for the week before'
  if (value === previous) return isVi ? '; không đổi so với tuần trước' : ', as many as in the week before'
  const difference = Math.abs(value - previous)
  const percent = writePercent(difference, previous, model.language)
  if (isVi)
    return `; ${value > previous ? 'tăng' : 'giảm'} ${countOf(noun, difference, 'vi')}${percent} so với tuần trước`
  const word = value > previous ? 'more' : 'fewer'
  return `, ${writeNumber(difference, 'en')} ${word}${percent} than in the week before`
}

function writePercent(difference: number, base: number, language: InterfaceLanguage): string {
  if (base < leastPercentBase) return ''
  const percent = Math.round((difference / base) * 100)
  if (percent === 0) return language === 'vi' ? ' (dưới 1%)' : ' (under 1%)'
  return ` (${writeNumber(percent, language)}%)`
}

/** Sentences of one report: `say(id, …)` picks the language. */
function speaker(model: ReportModel) {
  const say = (id: LineId, ...values: string[]): string => (lines[id] as Line)[model.language](...values)
  /** A sentence on a figure, or none where there is no figure. */
  const tell = (id: LineId, noun: Noun, figure: Figure): string[] =>
    figure.value === null ? [] : [say(id, countOf(noun, figure.value, model.language), changeOf(figure, noun, model))]
  const amount = (noun: Noun, value: number): string => countOf(noun, value, model.language)
  return { say, tell, amount }
}

const weekAndYear = (model: ReportModel): [string, string] => {
  const [year, week] = model.period.week.split('-W') as [string, string]
  return [String(Number(week)), year]
}

/** What the report is about, for the line under its title. */
export function subjectLine(model: ReportModel): string {
  return speaker(model).say('subject', ...weekAndYear(model))
}

/** Who followed what from when to when. */
export function openingSentence(model: ReportModel): string {
  const { from, to } = model.period
  return speaker(model).say(
    'period',
    writeLongDay(from, model.language),
    writeLongDay(to, model.language),
    model.office.name,
  )
}

/** The last sentence of the body, with the "./." that closes an official document. */
export function closingSentence(model: ReportModel): string {
  return speaker(model).say('closing', ...weekAndYear(model), model.office.name)
}

/** To which document the annex belongs; its number is written in by the records office. */
export function annexSentence(model: ReportModel): string {
  const { office, language, madeAt } = model
  return speaker(model).say('attached', office.symbol, writeLongDay(vietnamDay(madeAt), language), office.name)
}

/** The head of the audit chain, the last line of every report: a tail that is cut off later shows (safeguard 10). */
export function auditSentence(model: ReportModel): string {
  const { sequence, hash } = model.auditHead
  return speaker(model).say('audit', String(sequence), hash)
}

/** The general figures. */
export function overviewSentences(model: ReportModel): string[] {
  const { say, tell, amount } = speaker(model)
  const { items, tagged, posts, sourcesHeard, conventionsCovered, languages } = model.figures
  return [
    ...(items.value === null ? [say('nothingCollected')] : tell('items', 'items', items)),
    ...tell('tagged', 'items', tagged),
    ...(conventionsCovered.value === null ? [] : [say('covered', String(conventionsCovered.value))]),
    ...tell('posts', 'posts', posts),
    ...tell('sources', 'sources', sourcesHeard),
    ...(languages.value === null || languages.value === 0
      ? []
      : [say('languages', amount('languages', languages.value))]),
  ]
}

/** One convention: how many, when most, under which articles. */
export function conventionSentences(model: ReportModel, section: ConventionSection): string[] {
  const { say, tell, amount } = speaker(model)
  const { items, posts, articles } = section
  const ownPosts = posts.value === 0 ? [] : tell('ownPosts', 'posts', posts)
  if (items.value === null) return [say('noData'), ...ownPosts]
  const first = items.value === 0 ? [say('noItems', changeOf(items, 'items', model))] : tell('ownItems', 'items', items)
  const busiest = findBusiest(model, section)
  return [
    ...first,
    ...(busiest ? [say('busiest', busiest.day, amount('items', busiest.count))] : []),
    ...sayDirections(model, section),
    ...(articles.length > 0 ? [say('articles', articles.map((a) => writeArticle(model, a)).join(', '))] : []),
    ...ownPosts,
  ]
}

/** Counts of what the items do with the right, the most frequent first, with shares where there are enough of them. */
function sayDirections(model: ReportModel, { items, directions: counts }: ConventionSection): string[] {
  const words = labels[model.language]
  const parts = [...directions, 'unknown' as const]
    .filter((name) => counts[name] > 0)
    .sort((a, b) => counts[b] - counts[a])
    .map((name) => {
      const label = words[name === 'unknown' ? 'unknownDirection' : name]
      const percent = writePercent(counts[name], items.value ?? 0, model.language)
      return `${label.toLowerCase()} ${writeNumber(counts[name], model.language)}${percent}`
    })
  return parts.length === 0 ? [] : [speaker(model).say('directions', parts.join('; '))]
}

function writeArticle({ language }: ReportModel, { article, count: n }: ConventionSection['articles'][number]): string {
  return `${language === 'vi' ? 'Điều' : 'article'} ${article} (${writeNumber(n, language)})`
}

/** The one day with the most items; none where two days share the lead or one item is all there is. */
function findBusiest(model: ReportModel, section: ConventionSection): { day: string; count: number } | null {
  const most = Math.max(0, ...section.daily.map((value) => value ?? 0))
  const at = section.daily.indexOf(most)
  const day = model.period.days[at]
  if (most < 2 || day === undefined || section.daily.lastIndexOf(most) !== at) return null
  const weekday = weekdayName(day, model.language)
  const name = model.language === 'vi' ? weekday.charAt(0).toLowerCase() + weekday.slice(1) : weekday
  return { day: `${name}, ${writeShortDay(day)}`, count: most }
}

/** Conventions without an item and sources without news; nothing is called a gap where nothing could be heard. */
export function gapSentences(model: ReportModel): string[] {
  const { say, amount } = speaker(model)
  const { conventions, silentSources, unaskedSources } = model.gaps
  const unasked = unaskedSources.length > 0 ? [say('unasked', amount('sources', unaskedSources.length))] : []
  if (model.figures.items.value === null) return [say('gapsUnknown'), ...unasked]
  if (conventions.length + silentSources.length + unasked.length === 0) return [say('noGaps')]
  const missing = conventionIds.filter((id) => conventions.includes(id)).map((id) => shortName(id, model.language))
  return [
    ...(missing.length > 0 ? [say('missing', missing.join('; '))] : []),
    ...(silentSources.length > 0 ? [say('silent', amount('sources', silentSources.length))] : []),
    ...unasked,
  ]
}

/** Failing sources, those that were not read once, and the days on which nothing could be collected. */
export function notSeenSentences(model: ReportModel): string[] {
  const { say, amount } = speaker(model)
  const deaf = model.notSeen.filter((source) => source.failedRounds === source.rounds).map((s) => s.sourceName)
  const madeOn = vietnamDay(model.madeAt)
  const daily = model.conventions[0]?.daily ?? []
  const missingDays = model.period.days.filter((day, index) => daily[index] === null && day <= madeOn)
  const hasRounds = model.notSeen.length > 0 || model.figures.sourcesHeard.value !== null
  return [
    ...(model.notSeen.length > 0 ? [say('failing', amount('sources', model.notSeen.length))] : []),
    ...(model.notSeen.length === 0 ? [say(hasRounds ? 'noFailures' : 'noRounds')] : []),
    ...(deaf.length > 0 ? [say('deaf', deaf.join('; '))] : []),
    ...(missingDays.length > 0 ? [say('missingDays', missingDays.map(writeDay).join(', '))] : []),
  ]
}

/** How the figures are to be read. */
export function noteSentences(model: ReportModel): string[] {
  const { say } = speaker(model)
  const madeOn = writeDay(vietnamDay(model.madeAt))
  const isWithheld = model.conventions.some((section) => section.posts.withheld)
  return [
    ...(model.isComplete ? [] : [say('notOver', madeOn)]),
    say('volume'),
    say('overlap'),
    say('directionNote'),
    say('copies'),
    ...(isWithheld ? [say('withheld')] : []),
  ]
}
