// The inside of the fitting thread: examples and their embeddings in, the third judge out.
import { parentPort } from 'node:worker_threads'
import { compile } from '../../classifiers/conventions/lexicon.ts'
import { type FittedTransformer, fitTransformer } from '../../classifiers/training/fit-transformer.ts'
import { nameOf } from '../errors.ts'
import type { FitTask } from './fit-pool.ts'
import type { Reply } from './pool.ts'

parentPort?.on('message', ({ examples, vectors, lexicon, id }: FitTask) => {
  let reply: Reply<FittedTransformer>
  try {
    reply = { answer: fitTransformer(examples, vectors, compile(lexicon), id) }
  } catch (error) {
    reply = { error: `could not be fitted (${nameOf(error)})` }
  }
  parentPort?.postMessage(reply)
})
