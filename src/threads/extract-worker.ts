// The inside of an extracting thread: the bytes of one page in, its article out.
import { parentPort } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { identify } from '../../classifiers/language.ts'
import { nameOf } from '../errors.ts'
import { decodeBytes } from '../text/decode.ts'
import { extract } from '../text/extract.ts'
import type { ExtractAnswer, ExtractTask } from './extract-pool.ts'
import type { Reply } from './pool.ts'

/** A gzip bomb stops here. */
const largestPageBytes = 60_000_000
/** Enough to know a language by. */
const languageSampleChars = 2000

parentPort?.on('message', (task: ExtractTask) => {
  let reply: Reply<ExtractAnswer>
  try {
    reply = { answer: extractPage(task) }
  } catch (error) {
    reply = { error: nameOf(error) }
  }
  parentPort?.postMessage(reply)
})

function extractPage({ bytes, isGzip, nowMs }: ExtractTask): ExtractAnswer {
  const page = isGzip ? gunzipSync(bytes, { maxOutputLength: largestPageBytes }) : bytes
  const html = decodeBytes(page, null, 'html').text
  const { title, text, publishedAt } = extract({ html, url: null, now: new Date(nowMs) })
  const { language } = identify(`${title ?? ''}\n${text}`.slice(0, languageSampleChars))
  return { title, text, publishedAt: publishedAt?.local ?? null, language }
}
