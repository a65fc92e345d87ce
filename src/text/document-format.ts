// Document format: by its first bytes, what a file is. Apart from what reads it, so that whoever sorts pages need not load that.

export type DocumentFormat = 'pdf' | 'docx' | 'doc'

const oleMark = [0xd0, 0xcf, 0x11, 0xe0]
const zipMark = [0x50, 0x4b, 0x03, 0x04]
const wordStream = Buffer.from('WordDocument', 'utf16le')

/** The format by the bytes themselves, because servers name types carelessly; null for what is no such document. */
export function documentFormat(bytes: Uint8Array, contentType: string | null): DocumentFormat | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const startsWith = (mark: readonly number[]): boolean => mark.every((byte, i) => file[i] === byte)
  // Some servers put a line break or a warning before the mark.
  const head = file.subarray(0, 1024).toString('latin1')
  if (head.includes('%PDF-') && !/^\s*</.test(head)) return 'pdf'
  if (startsWith(zipMark)) return file.includes('word/document.xml') ? 'docx' : null
  // Old Excel and PowerPoint files begin alike.
  const isWord = (): boolean => /msword/i.test(contentType ?? '') || file.includes(wordStream)
  return startsWith(oleMark) && isWord() ? 'doc' : null
}
