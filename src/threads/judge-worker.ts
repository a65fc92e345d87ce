// The inside of a judging thread: one task at a time, an answer for each.
import { parentPort, workerData } from 'node:worker_threads'
import { compile } from '../../classifiers/conventions/lexicon.ts'
import { type JudgedArticle, judgeArticle, judgePost } from '../../classifiers/judge.ts'
import { compileGazetteer } from '../../classifiers/places/gazetteer.ts'
import { nameOf } from '../errors.ts'
import type { PostDraft } from '../model/item.ts'
import { openDocument } from '../text/document.ts'
import type { JudgeData, JudgeTask } from './judge-pool.ts'
import type { Reply } from './pool.ts'

const { lexicon, regions, aliases } = workerData as JudgeData
const models = compile(lexicon)
const gazetteer = compileGazetteer(regions, aliases)

parentPort?.on('message', async ({ capture, source, nowMs }: JudgeTask) => {
  const context = { source, models, gazetteer, now: new Date(nowMs) }
  let reply: Reply<JudgedArticle | PostDraft>
  try {
    reply = {
      answer:
        capture.kind === 'article'
          ? judgeArticle(capture, context, await openDocument(capture.page))
          : judgePost(capture, context),
    }
  } catch (error) {
    reply = { error: `could not be judged (${nameOf(error)})` }
  }
  parentPort?.postMessage(reply)
})
