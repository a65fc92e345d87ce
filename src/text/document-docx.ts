// DOCX: paragraphs by mammoth.
import type { RawDocument } from './document.ts'
import { refuseZipBomb } from './document-bomb.ts'
import { htmlToText } from './html-text.ts'

/** Headings and paragraphs; comments, headers, footers and the file's properties stay unread. Throws for a broken file. */
export async function readDocx(bytes: Uint8Array): Promise<RawDocument> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseZipBomb(file)
  const { default: mammoth } = await import('mammoth')
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value: html } = await mammoth.convertToHtml({ buffer: file }, { convertImage })
  const heading = /<h1>(.*?)<\/h1>/is.exec(html)?.[1]
  return {
    title: heading ? htmlToText(heading).replaceAll('\n', ' ') || null : null,
    paragraphs: htmlToText(html).split('\n'),
  }
}
