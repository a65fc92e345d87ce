// Figures to an ECharts option; pure. Days without data are hatched, never drawn as zero.
import type { BarSeriesOption, EChartsOption } from 'echarts'
import type { DailyCounts } from '../../../src/model/api.ts'
import type { NamedConvention } from '../api/meta.tsx'
import { conventionColours, isConvention, type Scheme, surfaces } from '../conventions/colours.ts'
import { startOfWeek } from '../days.ts'
import type { Format } from '../format.ts'
import type { Words } from '../words/vi.ts'
import { describeDay } from './day-tip.ts'

export type ChartInput = {
  readonly counts: DailyCounts
  readonly conventions: ReadonlyMap<string, NamedConvention>
  readonly scheme: Scheme
  readonly words: Words
  readonly format: Format
  readonly isCalm: boolean
}

const neutral = {
  light: { text: '#4f5b67', line: '#e0e5ea', hatch: '#b4bcc4', raised: '#ffffff' },
  dark: { text: '#a9b3bd', line: '#2d353e', hatch: '#4d5863', raised: '#262d35' },
} as const

export function buildOption(input: ChartInput): EChartsOption {
  const { counts, scheme, format, isCalm } = input
  const colours = neutral[scheme]
  return {
    animation: !isCalm,
    animationDuration: 250,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 4, right: 4, top: 12, bottom: 0, containLabel: true },
    xAxis: {
      type: 'category',
      data: counts.days.map(format.shortDay),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.text, fontSize: 12, hideOverlap: true, interval: labelInterval(counts.days) },
    },
    yAxis: [
      {
        type: 'value',
        minInterval: 1,
        splitNumber: 3,
        splitLine: { lineStyle: { color: colours.line } },
        axisLabel: { color: colours.text, fontSize: 12, formatter: (value: number) => format.number(value) },
      },
      { type: 'value', min: 0, max: 1, show: false },
    ],
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.hatch, opacity: 0.18 } },
      backgroundColor: colours.raised,
      borderColor: colours.line,
      padding: [10, 12],
      textStyle: { color: surfaces[scheme].text, fontSize: 13 },
      confine: true,
      formatter: (points) => describeDay(input, (Array.isArray(points) ? points[0] : points)?.dataIndex ?? 0),
    },
    series: [...buildSeries(input), buildGaps(input)],
  }
}

/** Weeks begin on Monday; from the third week on only Mondays are named. */
function labelInterval(days: readonly string[]): 'auto' | ((index: number) => boolean) {
  if (days.length <= 14) return 'auto'
  return (index) => days[index] === startOfWeek(days[index] ?? '')
}

function buildSeries({ counts, conventions, scheme }: ChartInput): BarSeriesOption[] {
  return counts.series.map(({ convention, counts: ofDays }) => ({
    type: 'bar',
    name: conventions.get(convention)?.abbreviation ?? convention,
    stack: 'conventions',
    barCategoryGap: '28%',
    cursor: 'pointer',
    // A thin line of the background keeps neighbours apart whose colours look alike to somebody.
    itemStyle: { color: solidOf(convention, scheme), borderColor: surfaces[scheme].raised, borderWidth: 0.75 },
    // A bar of no height would still draw its border over the axis.
    data: ofDays.map((count) => count || '-'),
  }))
}

/** Full-height hatching on the second, hidden axis. */
function buildGaps({ counts, scheme }: ChartInput): BarSeriesOption {
  return {
    type: 'bar',
    yAxisIndex: 1,
    barGap: '-100%',
    silent: true,
    itemStyle: {
      color: 'transparent',
      decal: {
        symbol: 'rect',
        color: neutral[scheme].hatch,
        dashArrayX: [1, 0],
        dashArrayY: [1.5, 4],
        rotation: -Math.PI / 4,
      },
    },
    data: counts.total.map((count) => (count === null ? 1 : '-')),
  }
}

function solidOf(convention: string, scheme: Scheme): string {
  return isConvention(convention) ? conventionColours[convention][scheme].solid : neutral[scheme].hatch
}
