// Document bomb: how much a file unpacks to, found out before anything reads it. What a file says of its own sizes may lie.
import { inflateRawSync, inflateSync } from 'node:zlib'

/** A report of hundreds of pages has a few megabytes of text; pictures add theirs. */
const mostBytes = 100_000_000

/** What may still be unpacked of a file; throws once that is used up. */
function createBudget() {
  let left = mostBytes
  return (unpack: (maxOutputLength: number) => Buffer): void => {
    left -= unpack(left).length
    if (left <= 0) throw new RangeError('unpacks to too much')
  }
}

const endMark = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const entryMark = 0x02014b50
const deflated = 8

/** Throws for a zip (DOCX) whose entries unpack to more than 100 MB together, and for what is no zip. */
export function refuseZipBomb(zip: Buffer): void {
  const spend = createBudget()
  const end = zip.lastIndexOf(endMark)
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== entryMark) throw new RangeError('no zip')
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    const isDeflated = zip.readUInt16LE(at + 10) === deflated
    spend((maxOutputLength) => (isDeflated ? inflateRawSync(packed, { maxOutputLength }) : packed))
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

/** Where an object's dictionary begins, at most so far before its stream. */
const dictionaryBytes = 2000
/** Packing twice is how a bomb is hidden from a look at one layer. */
const packedTwice = /\/Filter\s*\[[^\]]*(?:Flate|LZW|RunLength)[^\]]*(?:Flate|LZW|RunLength)/

/** Throws for a PDF whose streams, pictures aside, unpack to more than 100 MB together: text does not need pictures. */
export function refusePdfBomb(pdf: Buffer): void {
  const spend = createBudget()
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue
    const before = pdf.toString('latin1', Math.max(0, at - dictionaryBytes), at)
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')))
    if (packedTwice.test(dictionary)) throw new RangeError('is packed twice')
    if (!dictionary.includes('Flate') || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    const start = at + (pdf[at + 6] === 0x0d ? 8 : 7)
    spend((maxOutputLength) => inflate(pdf.subarray(start), maxOutputLength))
  }
}

/** Broken streams count for nothing: pdf.js does not get far with them either. */
function inflate(packed: Buffer, maxOutputLength: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength })
  } catch (error) {
    if (error instanceof RangeError) throw error
    return Buffer.alloc(0)
  }
}
