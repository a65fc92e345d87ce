// Report on texts that nobody wrote for this product: the treaties' articles, and recommendations of states to states.
//
//   node bench/conventions/rights.ts <folder>    treaties.jsonl {treaty, article, lang, text}, upr.jsonl {text, issues}
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { classify } from '../../classifiers/conventions/combine.ts'
import { loadModels } from '../../classifiers/load.ts'
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'

const treatyIds: Readonly<Record<string, ConventionId>> = { iccpr: 'ccpr', icescr: 'cescr', icerd: 'cerd' }
const languageOf = { en: 'en', 'zh-Hant': 'zh' } as const
/** Issues by which most recommendations are made, and what each should mostly become. */
const fewestRows = 60

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder with treaties.jsonl and upr.jsonl')
const models = await loadModels(new URL('../../config', import.meta.url).pathname)

function readLines<T>(name: string): T[] {
  const lines = readFileSync(join(folder ?? '', name), 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T)
}

type Treaty = { treaty: string; article: string; lang: keyof typeof languageOf; text: string }

function reportTreaties(): void {
  for (const lang of ['en', 'zh-Hant'] as const) {
    const rows = readLines<Treaty>('treaties.jsonl').filter((row) => row.lang === lang && row.article !== 'preamble')
    console.log(`\ntreaty articles, ${lang}: ${rows.length}`)
    let [convention, article] = [0, 0]
    for (const id of conventionIds) {
      const own = rows.filter(({ treaty }) => (treatyIds[treaty] ?? treaty) === id)
      const tagged = own.map((row) => ({ row, tag: tagOf(row, id) }))
      const found = tagged.filter(({ tag }) => tag !== undefined).length
      const right = tagged.filter(({ row, tag }) => tag?.articles.includes(String(row.article))).length
      convention += found
      article += right
      console.log(`  ${id.padEnd(6)} ${own.length} articles: convention comes back ${found}, article ${right}`)
    }
    console.log(`  all    convention ${convention}, article ${article} of ${rows.length}`)
  }
}

function tagOf({ text, lang }: Treaty, id: ConventionId) {
  return classify({ title: '', text }, languageOf[lang], models).tags.find(({ convention }) => convention === id)
}

function reportRecommendations(): void {
  const rows = readLines<{ text: string; issues: string[] }>('upr.jsonl')
  const table = new Map<string, { rows: number; none: number; tags: Map<ConventionId, number> }>()
  for (const { text, issues } of rows) {
    const tags = classify({ title: '', text }, 'en', models).tags.map(({ convention }) => convention)
    for (const issue of issues) {
      const line = table.get(issue) ?? { rows: 0, none: 0, tags: new Map() }
      line.rows++
      if (tags.length === 0) line.none++
      for (const tag of tags) line.tags.set(tag, (line.tags.get(tag) ?? 0) + 1)
      table.set(issue, line)
    }
  }
  console.log(`\nrecommendations: ${rows.length}; percent of an issue's rows that carry a tag`)
  console.log(`${'issue'.padEnd(46)} rows  none ${conventionIds.map((id) => id.padStart(6)).join('')}`)
  for (const [issue, line] of [...table].sort(([, a], [, b]) => b.rows - a.rows)) {
    if (line.rows < fewestRows) continue
    const percent = (count: number) => String(Math.round((100 * count) / line.rows))
    const cells = conventionIds.map((id) => percent(line.tags.get(id) ?? 0).padStart(6)).join('')
    console.log(
      `${issue.slice(0, 45).padEnd(46)}${String(line.rows).padStart(5)}${percent(line.none).padStart(6)} ${cells}`,
    )
  }
}

reportTreaties()
reportRecommendations()
