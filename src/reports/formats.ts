// The formats of a report: one model in, one file out. Each renderer is loaded when it is first asked for.
import type { ReportModel } from '../model/report.ts'

export type Format = {
  /** Without the dot. */
  readonly extension: string
  readonly contentType: string
  readonly render: (model: ReportModel) => Promise<Uint8Array>
}

export const formatNames = ['docx', 'xlsx', 'html', 'json'] as const
export type FormatName = (typeof formatNames)[number]

const utf8 = new TextEncoder()

/** The model itself, for machines. */
export function renderJson(model: ReportModel): string {
  return `${JSON.stringify(model, null, 2)}\n`
}

export const formats: Readonly<Record<FormatName, Format>> = {
  docx: {
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: async (model) => (await import('./docx.ts')).renderDocx(model),
  },
  xlsx: {
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    render: async (model) => (await import('./xlsx.ts')).renderXlsx(model),
  },
  html: {
    extension: 'html',
    contentType: 'text/html; charset=utf-8',
    render: async (model) => utf8.encode(await (await import('./html.ts')).renderHtml(model)),
  },
  json: {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    render: async (model) => utf8.encode(renderJson(model)),
  },
}
