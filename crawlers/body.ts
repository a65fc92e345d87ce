// Body: reads what comes, unpacked, up to a cap. The cap counts unpacked bytes, so that a small bomb stays small.
import { once } from 'node:events'
import { type Readable, type Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { FetchFailure } from '../src/errors.ts'

/** Said in Accept-Encoding: exactly what `readBody` can unpack. */
export const acceptedEncodings = 'gzip, br, deflate'
const mostLayers = 2

export type BodyLimit = {
  readonly maxBytes: number
  /** Keep what fits instead of failing, as RFC 9309 wants it for robots.txt. */
  readonly isCut: boolean
}

/** Told while reading, so that a failed read can be counted too. */
export type ReadSoFar = { bytes: number }

/**
 * The body's bytes, unpacked. Reading ends at the cap, and the socket with it. Throws `FetchFailure` (`too_large`, or
 * `bad_response` for an unknown packing) and whatever the streams throw.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  { maxBytes, isCut }: BodyLimit,
  soFar: ReadSoFar,
  host: string,
): Promise<Uint8Array> {
  // The pipeline reports errors; a socket that breaks before or after it must not end the process.
  body.on('error', () => {})
  const unpackers = await makeUnpackers(body, contentEncoding, host)
  const chunks: Buffer[] = []
  let isFull = false
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      isFull = soFar.bytes + chunk.length > maxBytes
      chunks.push(chunk.subarray(0, maxBytes - soFar.bytes))
      soFar.bytes = Math.min(soFar.bytes + chunk.length, maxBytes)
      // The error makes the pipeline destroy the streams before it, the socket included.
      done(isFull ? new FetchFailure('too_large', `${host} sends more than ${maxBytes} bytes`) : null)
    },
  })
  try {
    await pipeline([body, ...unpackers, collect])
  } catch (error) {
    if (!(isFull && isCut)) throw error
  }
  return Buffer.concat(chunks)
}

const makers: Readonly<Record<string, (firstByte: number) => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  // Some servers leave the zlib header off.
  deflate: (firstByte) => ((firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw()),
}

async function makeUnpackers(body: Readable, contentEncoding: string, host: string): Promise<Transform[]> {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length === 0) return []
  const known = names.flatMap((name) => makers[name] ?? [])
  if (known.length < names.length || names.length > mostLayers) {
    body.destroy()
    throw new FetchFailure('bad_response', `${host} packed the body in a way that we did not offer`)
  }
  const firstByte = names.includes('deflate') ? await peekByte(body) : 0
  // Packed from left to right, so unpacked from right to left.
  return known.toReversed().map((make) => make(firstByte))
}

async function peekByte(body: Readable): Promise<number> {
  await once(body, 'readable')
  const chunk: Buffer | null = body.read()
  if (chunk === null) return 0
  body.unshift(chunk)
  return chunk[0] ?? 0
}
