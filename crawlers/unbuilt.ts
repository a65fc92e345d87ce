// Unbuilt: stands in for a kind of source whose connector is still being written.
import { FetchFailure } from '../src/errors.ts'
import type { Connector } from './connector.ts'

export const readUnbuilt: Connector = async function* (source) {
  yield* []
  throw new FetchFailure('bad_response', `sources of kind ${source.kind} cannot be read yet`)
}
