// Robots cache: robots.txt is asked for once a day and site, however many sources and rounds want to know.
import { FetchFailure } from '../src/errors.ts'
import type { Exchange } from './exchange.ts'
import { unlessAborted } from './gate.ts'
import { noRules, type RobotsRules, readRobots } from './robots.ts'

/** RFC 9309: no longer than a day, and at least this much of the text is read. */
const keepMs = 86_400_000
export const robotsMaxBytes = 512_000
/** A site in trouble is asked again soon, but not for each article. */
const keepFailureMs = 600_000
const rememberedSites = 2000

type Answer = {
  readonly rules: RobotsRules | null
  readonly failure: FetchFailure | null
  readonly untilMs: number
}

/** Fetches a robots.txt and where it redirects to. */
export type LoadRobots = (address: string) => Promise<Exchange>

/** Throws `FetchFailure` where robots.txt cannot be read: then we stay away from the site. */
export type FindRules = (origin: string, load: LoadRobots, signal: AbortSignal) => Promise<RobotsRules>

/** `product` is our name in robots.txt: "LangNgheBot". */
export function createRobotsCache(product: string, now: () => Date): FindRules {
  const answers = new Map<string, Promise<Answer>>()

  async function ask(origin: string, load: LoadRobots, lastRules: RobotsRules | null): Promise<Answer> {
    const [rules, failure] = await readSite(origin, load, product)
    const waitMs = failure ? (failure.retryAfterMs ?? keepFailureMs) : keepMs
    // Yesterday's rules serve on while the site cannot say new ones.
    return { rules: rules ?? lastRules, failure, untilMs: now().getTime() + waitMs }
  }

  return async (origin, load, signal) => {
    const known = answers.get(origin)
    let answer = known && (await unlessAborted(known, signal))
    if (!answer || answer.untilMs <= now().getTime()) {
      // Another caller may have begun while this one waited.
      let next = answers.get(origin)
      if (!next || next === known) {
        next = ask(origin, load, answer?.rules ?? null)
        answers.set(origin, next)
        if (answers.size > rememberedSites) answers.delete(answers.keys().next().value ?? '')
      }
      answer = await unlessAborted(next, signal)
    }
    if (answer.rules) return answer.rules
    throw answer.failure
  }
}

/** The rules, or why there are none; never throws. */
async function readSite(
  origin: string,
  load: LoadRobots,
  product: string,
): Promise<[RobotsRules, null] | [null, FetchFailure]> {
  const { host } = new URL(origin)
  try {
    const { status, bytes, failure } = await load(`${origin}/robots.txt`)
    if (status === null || (status === 200 && failure)) return [null, failure ?? unreadable(host)]
    if (status === 200) return [readRobots(new TextDecoder().decode(bytes), origin, product), null]
    // 429 is a 4xx, but says "too much", not "no rules".
    if (status !== 429 && status < 500) return [noRules, null]
    const words = `${host} answered ${status} for robots.txt: we stay away`
    return [null, new FetchFailure('robots_denied', words, failure?.retryAfterMs ?? null)]
  } catch (error) {
    if (!(error instanceof FetchFailure)) return [null, unreadable(host)]
    // RFC 9309: a robots.txt that redirects without end counts as none.
    return error.code === 'redirect_loop' ? [noRules, null] : [null, error]
  }
}

function unreadable(host: string): FetchFailure {
  return new FetchFailure('robots_denied', `${host}: robots.txt could not be read: we stay away`)
}
