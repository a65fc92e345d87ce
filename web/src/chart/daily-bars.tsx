// The stacked bars themselves; this file and ECharts are loaded only when a chart is shown.
import { useComputedColorScheme } from '@mantine/core'
import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { DailyCounts } from '../../../src/model/api.ts'
import { useConventions } from '../api/meta.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './chart.module.css'
import { buildOption } from './chart-option.ts'

use([BarChart, GridComponent, SVGRenderer, TooltipComponent])

type Figures = { readonly counts: DailyCounts; readonly onNarrow: (day: string) => void }

export function DailyBars({ counts, onNarrow }: Figures) {
  const { words, format } = useSpeech()
  const conventions = useConventions()
  const scheme = useComputedColorScheme('light')
  const root = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(null)
  const narrow = useEffectEvent((index: number) => {
    const day = counts.days[index]
    if (day !== undefined) onNarrow(day)
  })
  useEffect(() => {
    if (!root.current) return
    const drawn = init(root.current)
    chart.current = drawn
    drawn.on('click', ({ dataIndex }) => narrow(dataIndex))
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(root.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.current?.setOption(buildOption({ counts, conventions, scheme, words, format, isCalm }), { notMerge: true })
  })
  return <div className={classes.canvas} ref={root} />
}
