// One capture, one outcome: judged in a thread, stored or counted in one transaction.
import { Quarantine } from '../errors.ts'
import type { ArticleCapture, Capture, PostCapture, UnchangedCapture } from '../model/capture.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Source } from '../model/source.ts'
import { isoWeek } from '../rules/week.ts'
import { flagPost } from './claims.ts'
import type { Deps } from './deps.ts'

/** Every capture ends here. Throws only when the store itself fails: then nothing was kept and the round is tried again. */
export async function processCapture(deps: Deps, source: Source, capture: Capture): Promise<Outcome> {
  switch (capture.kind) {
    case 'article':
      return processArticle(deps, source, capture)
    case 'unchanged':
      return processUnchanged(deps, source, capture)
    case 'post':
      return processPost(deps, source, capture)
  }
}

async function processArticle(deps: Deps, source: Source, capture: ArticleCapture): Promise<Outcome> {
  // Safeguard 2: nothing of a private source may become an item, whatever a connector says.
  if (source.ownership === 'private') return { result: 'quarantined', reason: 'a private source gave an article' }
  const now = deps.now()
  const visit = {
    sourceId: source.id,
    url: capture.url,
    validators: capture.page?.validators ?? null,
    entryFingerprint: capture.entryFingerprint,
    hasFailed: capture.pageFailure !== null,
  }
  try {
    const judged = await deps.judge.article(capture, source, now)
    if (judged.kind === 'item') return await deps.store.saveItem({ ...judged, sourceId: source.id, visit }, now)
    await deps.store.recordVisit(visit, now)
    return { result: 'dropped', reason: judged.reason }
  } catch (error) {
    if (!(error instanceof Quarantine)) throw error
    await deps.store.recordVisit(visit, now)
    return { result: 'quarantined', reason: error.message }
  }
}

async function processUnchanged(deps: Deps, source: Source, capture: UnchangedCapture): Promise<Outcome> {
  if (capture.wasAsked) {
    const { url, entryFingerprint } = capture
    const visit = { sourceId: source.id, url, validators: null, entryFingerprint, hasFailed: false }
    await deps.store.recordVisit(visit, deps.now())
  }
  return { result: 'unchanged', reason: null }
}

async function processPost(deps: Deps, source: Source, capture: PostCapture): Promise<Outcome> {
  const now = deps.now()
  try {
    const { draft, text } = await deps.judge.post(capture, source, now)
    const { day, language } = draft
    const flagged = await flagPost(deps, { text, language, day })
    const { secretKey } = capture
    return await deps.store.countPost({ source, week: isoWeek(day), draft, secretKey, flagged }, now)
  } catch (error) {
    if (error instanceof Quarantine) return { result: 'quarantined', reason: error.message }
    throw error
  }
}
