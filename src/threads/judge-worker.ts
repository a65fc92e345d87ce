// The inside of a judging thread: one task at a time, an answer for each.
import { parentPort, workerData } from 'node:worker_threads'
import { classify } from '../../classifiers/conventions/combine.ts'
import { findNotChosen } from '../../classifiers/conventions/explain.ts'
import { compile } from '../../classifiers/conventions/lexicon.ts'
import { withTransformer } from '../../classifiers/conventions/transformer.ts'
import { type JudgedArticle, type JudgedPost, judgeArticle, judgePost, judgeStored } from '../../classifiers/judge.ts'
import { compileGazetteer } from '../../classifiers/places/gazetteer.ts'
import { nameOf } from '../errors.ts'
import type { Judgement } from '../model/tag.ts'
import { openDocument } from '../text/document.ts'
import type { Answer, JudgeAgainTask, JudgeData, JudgeTask, Task } from './judge-pool.ts'
import type { Reply } from './pool.ts'

const { models, gazetteer } = compileAll(workerData as JudgeData)
// Node would keep what they were made of for as long as the thread lives.
for (const name of Object.keys(workerData)) delete workerData[name]

function compileAll({ lexicon, regions, aliases }: JudgeData) {
  return { models: compile(lexicon), gazetteer: compileGazetteer(regions, aliases) }
}

parentPort?.on('message', async (task: Task) => {
  let reply: Reply<Answer>
  try {
    reply = { answer: await answer(task) }
  } catch (error) {
    reply = { error: `could not be judged (${nameOf(error)})` }
  }
  parentPort?.postMessage(reply)
})

async function answer(task: Task): Promise<Answer> {
  if ('heard' in task) return judgeAgain(task)
  if ('stored' in task)
    return judgeStored(task.stored, { gazetteer, models: task.head ? withTransformer(models, task.head) : models })
  if ('whyNot' in task) return findNotChosen(task.whyNot, task.whyNot.language, models)
  return judge(task)
}

async function judge({ capture, source, nowMs }: JudgeTask): Promise<JudgedArticle | JudgedPost> {
  const context = { source, models, gazetteer, now: new Date(nowMs) }
  return capture.kind === 'article'
    ? judgeArticle(capture, context, await openDocument(capture.page))
    : judgePost(capture, context)
}

function judgeAgain({ input, language, heard }: JudgeAgainTask): Judgement {
  return classify({ ...input, vector: heard.vector }, language, withTransformer(models, heard.head))
}
