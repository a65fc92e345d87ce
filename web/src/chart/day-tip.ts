// What the chart says of a day under the pointer, as elements and not as markup, so that no text is ever read as HTML.
import { writeDay } from '../days.ts'
import type { ChartInput } from './chart-option.ts'

export function describeDay({ counts, conventions, words, format }: ChartInput, index: number): HTMLElement {
  const root = document.createElement('div')
  root.style.fontSize = '13px'
  const day = counts.days[index]
  const total = counts.total[index] ?? null
  if (day === undefined) return root
  root.append(line('600', writeDay(day)))
  if (total === null) {
    root.append(line('400', words.chart.noData))
    return root
  }
  root.append(line('400', `${words.chart.total}: ${format.number(total)}`))
  for (const { convention, counts: ofDays } of counts.series) {
    const count = ofDays[index] ?? 0
    if (count === 0) continue
    const row = line('400', `${conventions.get(convention)?.abbreviation ?? convention}: ${format.number(count)}`)
    const swatch = document.createElement('span')
    swatch.style.cssText = `display:inline-block;width:9px;height:9px;border-radius:2px;margin-right:7px;background:var(--${convention})`
    row.prepend(swatch)
    root.append(row)
  }
  return root
}

function line(weight: string, text: string): HTMLElement {
  const element = document.createElement('div')
  element.style.fontWeight = weight
  element.style.lineHeight = '1.55'
  element.textContent = text
  return element
}
