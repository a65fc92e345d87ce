// Opens a ZIP file, which DOCX and XLSX are, by its central directory.
import { inflateRawSync } from 'node:zlib'

const endMark = Buffer.from([0x50, 0x4b, 5, 6])

/** Every file in a ZIP by its path, unpacked. Throws where `bytes` is no ZIP. */
export function readZip(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(endMark)
  if (end < 0) throw new Error('not a ZIP file')
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const body = zip.subarray(start, start + packed)
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), method === 0 ? body : inflateRawSync(body))
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}
