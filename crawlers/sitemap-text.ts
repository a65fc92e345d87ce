// Sitemap text: the bytes of a sitemap as pieces of text, unpacked where the file itself is packed.
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { FetchFailure } from '../src/errors.ts'

/** What the sitemap protocol allows at most, unpacked. */
const mostBytes = 52_428_800
const pieceBytes = 65_536

/**
 * Hands the text on in pieces. A `.xml.gz` comes packed from servers that do not call it an encoding; sitemaps are UTF-8
 * by their protocol. Throws `FetchFailure` (`too_large`, or `bad_response` where the packing is broken).
 */
export async function readSitemapText(
  bytes: Uint8Array,
  host: string,
  onPiece: (piece: string) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let read = 0
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      read += chunk.length
      if (read > mostBytes) return done(new FetchFailure('too_large', `${host} sends a sitemap of more than 50 MB`))
      onPiece(decoder.decode(chunk, { stream: true }))
      done()
    },
  })
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  try {
    await pipeline([Readable.from(cut(bytes)), ...(isPacked ? [createGunzip()] : []), collect])
  } catch (error) {
    if (error instanceof FetchFailure) throw error
    throw new FetchFailure('bad_response', `${host} sends a sitemap whose compression is broken`)
  }
}

function* cut(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield Buffer.from(bytes.subarray(at, at + pieceBytes))
}
