// PDF: lines of text with their places on the page, by pdf.js.
import type { RawDocument } from './document.ts'
import { refusePdfBomb } from './document-bomb.ts'
import { dropFurniture, joinLines, type Line } from './document-lines.ts'
import { tidy } from './extract/blocks.ts'

/** Longer documents are read as far as this; what they are about is said by then. */
const mostPages = 150

/** Title and paragraphs. Of the file's own data only the title is looked at. Throws for a broken or locked file. */
export async function readPdf(bytes: Uint8Array): Promise<RawDocument> {
  refusePdfBomb(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const { getDocumentProxy } = await import('unpdf')
  // pdf.js takes the bytes for itself and refuses a Buffer. Verbosity 0: a file's words have no place in the log.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
    verbosity: 0,
    disableFontFace: true,
  })
  try {
    const pages: Line[][] = []
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(toLines(items.flatMap((item) => ('str' in item ? [item] : []))))
      page.cleanup()
    }
    const body = dropFurniture(pages)
    const { info } = await pdf.getMetadata()
    const declared = tidy(String((info as { Title?: unknown }).Title ?? ''))
    return { title: isTitle(declared) ? declared : findHeading(body), paragraphs: joinLines(body) }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** As pdf.js gives it: `transform` holds the font's size and the left end of the base line. */
type Piece = { readonly str: string; readonly transform: number[]; readonly width: number; readonly height: number }

function toLines(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  let line: { text: string; x: number; right: number; y: number; size: number } | null = null
  for (const { str, transform, width, height } of pieces) {
    const [x = 0, y = 0] = transform.slice(4)
    if (str === '') continue
    if (line && Math.abs(y - line.y) < Math.max(line.size, height) / 2) {
      // Words that stand apart without a space between them.
      const isApart = x - line.right > line.size * 0.2 || x < line.x
      line.text += isApart ? ` ${str}` : str
      line.right = Math.max(line.right, x + width)
      line.size = Math.max(line.size, height)
    } else {
      line = { text: str, x, right: x + width, y, size: height }
      lines.push(line)
    }
  }
  return lines.map((each) => ({ ...each, text: tidy(each.text) })).filter(({ text }) => text !== '')
}

/** Names that programs give to files. */
const fileName =
  /microsoft|\.(?:docx?|pdf|xlsx?|pptx?|odt|rtf|indd|wps)\b|_|untitled|template|^(?:slide|document|scan)/i

function isTitle(text: string): boolean {
  return text.split(' ').length >= 4 && text.length <= 300 && !fileName.test(text)
}

/** A heading is set larger than the text by at least this factor. */
const headingFactor = 1.15

/** The largest lines of the first page, where they are larger than most of the document. */
function findHeading(pages: readonly (readonly Line[])[]): string | null {
  const sizes = pages.flatMap((lines) => lines.map(({ size }) => size)).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const first = pages[0] ?? []
  const largest = Math.max(0, ...first.map(({ size }) => size))
  if (largest < usual * headingFactor) return null
  const start = first.findIndex(({ size }) => size === largest)
  const rest = first.slice(start).findIndex(({ size }) => size < largest * 0.95)
  const heading = first.slice(start, rest < 0 ? undefined : start + rest)
  const text = heading.map((line) => line.text).join(' ')
  return isTitle(text) ? text : null
}
