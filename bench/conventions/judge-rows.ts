// Rows through the judges, as the product asks them, with the probability of every convention.
import { askJudges, readText, weighOpinions } from '../../classifiers/conventions/combine.ts'
import type { Models } from '../../classifiers/conventions/lexicon.ts'
import { loadOutlets } from '../../examples/sample-week/content.ts'
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import type { Judged, Row } from './measure.ts'

type Text = { readonly title: string; readonly text: string }

export function judgeRow(row: Row, models: Models, text: Text = { title: '', text: row.text }): Judged {
  const findings = readText(text, row.lang, models)
  if (findings === null) return { row, given: [] }
  const all = weighOpinions(askJudges(findings, models), findings.doc, models)
  const given = conventionIds.filter((id) => all[id].score >= all[id].threshold)
  const chances = Object.fromEntries(conventionIds.map((id) => [id, all[id].score])) as Record<ConventionId, number>
  return { row, given, chances }
}

export function judgeRows(rows: readonly Row[], models: Models): Judged[] {
  return rows.map((row) => judgeRow(row, models))
}

/** The whole articles of examples/sample-week, labelled by their writer; copies of one another count once. */
export function judgeSampleWeek(models: Models): Judged[] {
  return loadOutlets()
    .flatMap(({ items }) => items)
    .filter(({ copyOf }) => copyOf === null)
    .map(({ slug, language, title, lead, paragraphs, expect }) => {
      const text = [lead, ...paragraphs].join('\n\n')
      const row: Row = { id: slug, lang: language, text, labels: expect.conventions, indirect: false, split: 'test' }
      return judgeRow(row, models, { title, text })
    })
}
