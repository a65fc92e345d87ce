// The charts of a report: drawn once as SVG by ECharts, and as PNG where a format cannot hold SVG.
import { Resvg } from '@resvg/resvg-js'
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkAreaComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { conventions } from '../model/convention.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import type { ConventionSection, ReportModel } from '../model/report.ts'
import { assertDrawable, fontFamily, fontFiles } from './font.ts'
import { fullName, weekdayName, writeNumber, writeShortDay } from './notation.ts'
import { labels } from './wording.ts'

echarts.use([BarChart, GridComponent, LegendComponent, MarkAreaComponent, SVGRenderer])

/** `alt` says all figures in words, for who cannot see the picture. Width and height in CSS pixels. */
export type Chart = { readonly svg: string; readonly alt: string; readonly width: number; readonly height: number }

/** 165 mm at 96 dpi: the width of the text on an A4 page of an official document. */
const widthPx = 624
/** Dark and light enough to be told apart on a black-and-white printer. */
const colours = { thisWeek: '#1f4e79', weekBefore: '#a9bccf', missing: '#ececec', line: '#8a8a8a', text: '#000000' }
const pngScale = 3

/** Items by convention, this week beside the week before; null where neither week has data. */
export function overviewChart(model: ReportModel): Chart | null {
  const words = labels[model.language]
  const { conventions: sections, language } = model
  const series = [
    { name: words.thisWeek, color: colours.thisWeek, data: sections.map(({ items }) => items.value) },
    { name: words.weekBefore, color: colours.weekBefore, data: sections.map(({ items }) => items.previous) },
  ].filter(({ data }) => data.some((value) => value !== null))
  if (series.length === 0) return null

  const write = (value: number | null) => (value === null ? words.noData : writeNumber(value, language))
  const figures = sections.map(({ convention, items }) => {
    const { abbreviation } = conventions[convention]
    return `${abbreviation}: ${write(items.value)} (${words.weekBefore}: ${write(items.previous)})`
  })
  const height = 240
  const svg = draw(height, {
    ...frame(
      language,
      sections.map(({ convention }) => conventions[convention].abbreviation),
    ),
    legend: { top: 0, textStyle: { color: colours.text, fontSize: 14 }, itemHeight: 10 },
    series: series.map((one) => barSeries(one, language)),
  })
  return { svg, alt: `${words.itemsByConvention}. ${figures.join('; ')}.`, width: widthPx, height }
}

/** One convention's items day by day, days without data shaded; null where no day has an item. */
export function trendChart(model: ReportModel, section: ConventionSection): Chart | null {
  const { language, period } = model
  const words = labels[language]
  if (!section.daily.some((value) => value !== null && value > 0)) return null

  const axis = period.days.map((day) => `${weekdayName(day, language)}\n${writeShortDay(day)}`)
  const missing = axis.filter((_, index) => section.daily[index] === null)
  const figures = period.days.map((day, index) => {
    const value = section.daily[index] ?? null
    return `${writeShortDay(day)}: ${value === null ? words.noData : writeNumber(value, language)}`
  })
  const height = 190
  const series = barSeries({ name: words.items, color: colours.thisWeek, data: section.daily }, language)
  const shade = {
    silent: true,
    itemStyle: { color: colours.missing },
    label: {
      position: 'inside',
      color: colours.text,
      fontSize: 12,
      formatter: words.noData.replace(/^(\S+ \S+) /, '$1\n'),
    },
    data: missing.map((day) => [{ xAxis: day }, { xAxis: day }]),
  }
  const svg = draw(height, { ...frame(language, axis, 24), series: [{ ...series, markArea: shade }] })
  const title = `${fullName(section.convention, language)}. ${words.itemsByDay}`
  return { svg, alt: `${title}. ${figures.join('; ')}.`, width: widthPx, height }
}

/** Axes and type that all charts share. Counts have whole-number ticks, from zero. */
function frame(language: InterfaceLanguage, categories: readonly string[], top = 40) {
  const text = { color: colours.text, fontSize: 13 }
  return {
    animation: false,
    textStyle: { fontFamily: `${fontFamily}, 'Times New Roman', serif`, color: colours.text },
    grid: { left: 44, right: 12, top, bottom: categories.some((name) => name.includes('\n')) ? 44 : 28 },
    xAxis: {
      type: 'category',
      data: categories,
      axisLabel: { ...text, interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      axisLabel: { ...text, formatter: (value: number) => writeNumber(value, language) },
      splitLine: { lineStyle: { color: '#dddddd' } },
    },
  }
}

type Bars = { readonly name: string; readonly color: string; readonly data: readonly (number | null)[] }

/** Bars with their figures on top: a zero is written, a missing value has neither bar nor figure. */
function barSeries({ name, color, data }: Bars, language: InterfaceLanguage) {
  return {
    type: 'bar',
    name,
    silent: true,
    barMaxWidth: 34,
    itemStyle: { color },
    label: {
      show: true,
      position: 'top',
      color: colours.text,
      fontSize: 12,
      formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? writeNumber(value, language) : ''),
    },
    data: data.map((value) => value ?? '-'),
  }
}

/** What ECharts adds for a mouse: a style sheet, classes and indices, of no use on paper. */
const interaction = /<style[\s\S]*?<\/style>| (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g

function draw(height: number, option: Record<string, unknown>): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: widthPx, height })
  try {
    chart.setOption(option)
    return chart.renderToSVGString().replace(interaction, '')
  } finally {
    chart.dispose()
  }
}

/** The chart as PNG at three times its size. Throws where the font lacks a letter. */
export function renderPng({ svg }: Chart): Uint8Array {
  assertDrawable(svg.replace(/<[^>]*>/g, ''))
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily }
  return new Resvg(svg, { font, background: '#ffffff', fitTo: { mode: 'zoom', value: pngScale } }).render().asPng()
}
