// The weekly report as one HTML file: no script, nothing loaded from elsewhere, made to be read, heard and printed.
import { html, raw } from 'hono/html'
import type { ConventionSection, ReportItem, ReportModel } from '../model/report.ts'
import { type Chart, overviewChart, trendChart } from './charts.ts'
import { styleSheet } from './html-style.ts'
import { fullName, languageName, writeDay, writeTime } from './notation.ts'
import {
  auditSentence,
  conventionSentences,
  gapSentences,
  noteSentences,
  notSeenSentences,
  openingSentence,
  overviewSentences,
  subjectLine,
} from './sentences.ts'
import { type Cell, type Column, cellText, isWebAddress, legendOf, type Table } from './table.ts'
import { dailyRow, publishedDay, reportTables } from './tables.ts'
import { labels } from './wording.ts'

type Markup = ReturnType<typeof html>

/** Renders the report as a self-contained page. All text is escaped by the template. */
export async function renderHtml(model: ReportModel): Promise<string> {
  const { language, office, madeAt, period } = model
  const words = labels[language]
  const tables = reportTables(model)
  const list = (sentences: readonly string[]) => html`<p>${sentences.join(' ')}</p>`
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words.report}: ${subjectLine(model)}</title>
<style>${raw(styleSheet)}</style>
</head>
<body>
<header>
<p class="office" lang="vi">${office.parent === '' ? '' : html`${office.parent}<br>`}<strong>${office.name}</strong></p>
<p class="draft">${words.draft}</p>
<h1>${words.report}<br>${subjectLine(model)}</h1>
<p class="facts">${words.week} ${period.week}. ${words.madeAt}: ${writeTime(madeAt)}</p>
</header>
<main>
<p>${openingSentence(model)}</p>
<section aria-labelledby="general"><h2 id="general">I. ${words.general}</h2>
${list(overviewSentences(model))}
${dataTable(tables.overview, model)}
${figure(overviewChart(model), words.itemsByConvention)}
<div class="notes"><h3>${words.notes}</h3><ul>${noteSentences(model).map((note) => html`<li>${note}</li>`)}</ul></div>
</section>
<section aria-labelledby="by-convention"><h2 id="by-convention">II. ${words.byConvention}</h2>
${dataTable(tables.conventions, model)}
${dataTable(tables.directions, model)}
${model.conventions.map((section, index) => conventionPart(model, section, index + 1))}
</section>
<section aria-labelledby="gaps"><h2 id="gaps">III. ${words.gaps}</h2>
${list(gapSentences(model))}
${dataTable(tables.gaps, model)}
</section>
<section aria-labelledby="not-seen"><h2 id="not-seen">IV. ${words.notSeen}</h2>
${list(notSeenSentences(model))}
${dataTable(tables.notSeen, model)}
</section>
<section aria-labelledby="annex" class="annex"><h2 id="annex">${words.annex}. ${words.annexTitle}</h2>
${[tables.daily, tables.languages, tables.sources].map((table) => dataTable(table, model))}
</section>
</main>
<footer><p class="audit">${auditSentence(model)}</p></footer>
</body>
</html>
`
  return String(await page)
}

function conventionPart(model: ReportModel, section: ConventionSection, number: number): Markup {
  const words = labels[model.language]
  const name = fullName(section.convention, model.language)
  const chart = trendChart(model, section)
  const top = section.top.map((item) => topItem(model, item))
  return html`<section aria-labelledby="${section.convention}">
<h3 id="${section.convention}">${number}. ${name}</h3>
<p>${conventionSentences(model, section).join(' ')}</p>
${figure(chart, words.itemsByDay)}
${dataTable(dailyRow(model, section), model)}
${top.length > 0 ? html`<h4>${words.topOf}</h4><ol class="top">${top}</ol>` : ''}
</section>
`
}

function topItem({ language }: ReportModel, item: ReportItem): Markup {
  const day = item.publishedAt === null ? [] : [writeDay(publishedDay(item.publishedAt))]
  const facts = [item.sourceName, ...day, languageName(item.language, language)].join(', ')
  return html`<li><p><cite lang="${item.language}">${address(item.url, item.title)}</cite> <span class="facts">(${facts})</span></p>
<p lang="${item.language}">${item.excerpt}</p></li>
`
}

/** A link to the web, or only its text: an address from outside may hold anything. */
function address(url: string, text: string): Markup | string {
  return isWebAddress(url) ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>` : text
}

/** The chart drawn in the page, its figures in words for who does not see it; its table stands beside it. */
function figure(chart: Chart | null, caption: string): Markup | string {
  if (chart === null) return ''
  const svg = chart.svg.replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
  return html`<figure><div role="img" aria-label="${chart.alt}">${raw(svg)}</div><figcaption>${caption}</figcaption></figure>`
}

function dataTable(table: Table, { language }: ReportModel): Markup | string {
  if (table.rows.length === 0) return ''
  const legend = legendOf(table)
  return html`<table>
<caption>${table.title}</caption>
<thead><tr>${table.columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${table.rows.map((row) => html`<tr>${row.map((cell, index) => dataCell(cell, index, table.columns[index] as Column, language))}</tr>`)}</tbody>
</table>
${legend === '' ? '' : html`<p class="legend">${legend}</p>`}
`
}

/** The first column names the row, so that a figure is read out with what it counts. */
function dataCell(cell: Cell, index: number, { kind }: Column, language: ReportModel['language']): Markup {
  const text = cellText(cell, kind, language)
  const content = typeof cell === 'object' ? html`<abbr title="${cell.meaning}">${text}</abbr>` : text
  if (index === 0 && (kind === 'text' || kind === 'day')) return html`<th scope="row">${content}</th>`
  return html`<td class="${kind}">${content}</td>`
}
