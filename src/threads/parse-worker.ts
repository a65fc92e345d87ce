// The inside of a parsing thread: what a source sent in, plain data out.
import { parentPort, workerData } from 'node:worker_threads'
import { FetchFailure, nameOf } from '../errors.ts'
import type { ParseAnswer, ParseTask } from './parse-pool.ts'
import type { Reply } from './pool.ts'

type Table = { readonly parsers: Readonly<Record<string, (page: ParseTask['page'], ask: unknown) => unknown>> }

const { parsers } = (await import(workerData)) as Table

parentPort?.on('message', async ({ kind, page, ask }: ParseTask) => {
  let reply: Reply<ParseAnswer>
  try {
    reply = { answer: { value: await parsers[kind]?.(page, ask) } }
  } catch (error) {
    reply =
      error instanceof FetchFailure
        ? { answer: { failure: { code: error.code, message: error.message } } }
        : { error: `it broke its parser (${nameOf(error)})` }
  }
  parentPort?.postMessage(reply)
})
