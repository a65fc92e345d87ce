// The inside of the story thread: it remembers what it has read, and forgets all of it from time to time.
import { parentPort, workerData } from 'node:worker_threads'
import { createGathering, type Gathering, inOrder } from '../../classifiers/stories/cluster.ts'
import { nameOf } from '../errors.ts'
import type { Reply } from './pool.ts'
import type { StoryAnswer, StoryTask } from './story-pool.ts'

/** After so many articles the memory is made anew from those of the last weeks. */
const mostRemembered = 10_000

let gathering: Gathering | null = null
let remembered = 0

parentPort?.on('message', (task: StoryTask) => {
  let reply: Reply<StoryAnswer>
  try {
    reply = { answer: task.kind === 'remember' ? remember(task) : place(task) }
  } catch (error) {
    reply = { error: `stories could not be gathered (${nameOf(error)})` }
  }
  parentPort?.postMessage(reply)
})

function remember({ known, isFirst }: Extract<StoryTask, { kind: 'remember' }>): StoryAnswer {
  if (isFirst || !gathering) {
    gathering = createGathering(workerData)
    remembered = 0
  }
  for (const { telling } of known) gathering.read(telling)
  for (const { telling, story } of known) gathering.place(telling, { story, copyOf: null })
  remembered += known.length
  return []
}

function place({ fresh }: Extract<StoryTask, { kind: 'place' }>): StoryAnswer {
  if (!gathering || remembered > mostRemembered) {
    gathering = null
    return null
  }
  remembered += fresh.length
  for (const telling of fresh) gathering.read(telling)
  return inOrder(fresh).map((telling) => ({
    id: telling.id,
    ...(gathering as Gathering).place(telling),
  }))
}
