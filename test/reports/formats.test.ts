import { describe, expect, it } from 'vitest'
import type { ReportModel } from '../../src/model/report.ts'
import { formatNames, formats } from '../../src/reports/formats.ts'
import { figuresOfDocx, figuresOfHtml, figuresOfModel, figuresOfXlsx } from './read-back.ts'
import { emptyRows, sampleReport } from './sample.ts'
import { readZip } from './zip.ts'

const readBack = {
  docx: async (model: ReportModel, file: Uint8Array) => figuresOfDocx(model, file),
  xlsx: figuresOfXlsx,
  html: async (model: ReportModel, file: Uint8Array) => figuresOfHtml(model, file),
  json: async (_: ReportModel, file: Uint8Array) => figuresOfModel(JSON.parse(new TextDecoder().decode(file))),
}

const reports = {
  'a full week in Vietnamese': sampleReport('vi'),
  'a full week in English': sampleReport('en'),
  'a week that is not over': sampleReport('vi', undefined, new Date('2026-11-20T05:00:00Z')),
  'a week without any data': sampleReport('en', emptyRows),
}

describe.each(Object.entries(reports))('%s', (_, model) => {
  it.each(formatNames)('has the figures of the model in %s', async (name) => {
    const file = await formats[name].render(model)
    expect(await readBack[name](model, file)).toEqual(figuresOfModel(model))
  })
})

it.each(['docx', 'html', 'xlsx'] as const)('shows in %s every top item with its title and address', async (name) => {
  const model = reports['a full week in Vietnamese']
  const parts = readPlain(name, await formats[name].render(model))
  const items = model.conventions.flatMap((section) => section.top)
  expect(items.length).toBeGreaterThan(20)
  expect(items.filter(({ title, url }) => !parts.includes(title) || !parts.includes(url))).toEqual([])
})

/** All text of a file at once. */
function readPlain(name: 'docx' | 'html' | 'xlsx', file: Uint8Array): string {
  return name === 'html' ? new TextDecoder().decode(file) : [...readZip(file).values()].join('\n')
}

it('gives the JSON as the model itself', async () => {
  const model = reports['a full week in Vietnamese']
  const text = new TextDecoder().decode(await formats.json.render(model))
  expect(JSON.parse(text)).toEqual(model)
})
