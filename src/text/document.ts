// Document: the text of a PDF or DOCX file that an office publishes. Who wrote or saved the file is never read.
import type { PageBytes } from '../model/capture.ts'
import { readDocx } from './document-docx.ts'
import { type DocumentFormat, documentFormat } from './document-format.ts'
import { readPdf } from './document-pdf.ts'
import { simplify } from './extract/blocks.ts'

/** What a reader of one format gives. */
export type RawDocument = {
  /** As the file says, or as its first heading shows; null where neither is a title. */
  readonly title: string | null
  readonly paragraphs: readonly string[]
}

export type DocumentText = {
  readonly title: string | null
  /** A line for each paragraph, without the title. */
  readonly text: string
  /** The line "…, ngày 12 tháng 11 năm 2026" near the top, as written. */
  readonly dated: string | null
  /** How it was read, with the version of the rules: `pdf 1`. */
  readonly method: string
}

export type DocumentRefusal = 'no_text' | 'no_text_layer' | 'old_format' | 'unreadable_document'

/** Raised when the same file may give another text. */
const version = 1

const readers: Readonly<Record<DocumentFormat, ((bytes: Uint8Array) => Promise<RawDocument>) | null>> = {
  pdf: readPdf,
  docx: readDocx,
  doc: null,
}

/** Letters below which a file holds no text: a page number, a stamp. */
const leastLetters = 40

/**
 * The text of a page that is a document, or why it cannot be read; null for a page that is none. Never throws for what
 * the file holds.
 */
export async function openDocument(
  page: Pick<PageBytes, 'bytes' | 'contentType'> | null,
): Promise<DocumentText | DocumentRefusal | null> {
  const format = page && documentFormat(page.bytes, page.contentType)
  if (page === null || format === null) return null
  const { bytes } = page
  const read = readers[format]
  if (read === null) return 'old_format'
  let raw: RawDocument
  try {
    raw = await read(bytes)
  } catch {
    return 'unreadable_document'
  }
  const letters = raw.paragraphs.join('').match(/\p{L}/gu)?.length ?? 0
  if (letters < leastLetters) return format === 'pdf' ? 'no_text_layer' : 'no_text'
  const title = raw.title === null ? '' : simplify(raw.title)
  return {
    title: raw.title,
    text: raw.paragraphs.filter((paragraph, i) => i >= topParagraphs || simplify(paragraph) !== title).join('\n'),
    dated: findDate(raw.paragraphs.slice(0, topParagraphs)),
    method: `${format} ${version}`,
  }
}

/** Where title and date of an official document stand. */
const topParagraphs = 30
const longestDateLine = 100

function findDate(lines: readonly string[]): string | null {
  const dates = lines
    .filter((line) => line.length <= longestDateLine)
    .map((line) => /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/i.exec(line)?.[0] ?? null)
  return dates.find((date) => date !== null) ?? null
}
