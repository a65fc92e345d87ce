// Claims: official statements are taken in as evidence, other items are held against what is known, flagged ones gather.
import { readValidity } from '../../classifiers/claims/validity.ts'
import { Quarantine } from '../errors.ts'
import type { Redacted } from '../model/brands.ts'
import type { Statement } from '../model/claim.ts'
import type { EvidenceDraft } from '../model/knowledge.ts'
import type { Language } from '../model/language.ts'
import { vietnamDay } from '../rules/day.ts'
import { rateCheckability } from '../rules/priority.ts'
import type { Flag, UntriagedItem } from '../store/claims.ts'
import { redact } from '../text/redact.ts'
import type { Triaged } from '../threads/triage-pool.ts'
import type { Deps } from './deps.ts'

/** Items that a thread judges in one go. */
const batchSize = 50
/** What somebody publishes is quoted at its beginning; an official document says there what it rules. */
const passageChars = 4000
/** A pattern of harm was seen, nothing was matched. */
const patternStrength = 0.5

type ClaimDeps = Pick<Deps, 'store' | 'triager' | 'now'>

/** Triages every item that waits; returns how many were flagged. */
export async function triageItems(deps: ClaimDeps): Promise<number> {
  let flagged = 0
  for (;;) {
    const items = await deps.store.listUntriaged(batchSize)
    if (items.length === 0) return flagged
    // Evidence first: an item of the same batch may stand against it.
    for (const item of items) if (item.roles.includes('evidence')) await learn(deps, item)
    const judged = await judgeAll(
      deps,
      items.filter((item) => !isKnowledge(item)),
    )
    for (const item of items) {
      const flag = await toItemFlag(deps, item, judged.get(item.id))
      const { id, day, ownership } = item
      if ((await deps.store.saveTriagedItem({ itemId: id, day, kind: ownership, flag }, deps.now())) !== null) flagged++
    }
  }
}

/** What is published by those who say what is so is read to be known, not to be flagged. */
const isKnowledge = ({ roles }: UntriagedItem): boolean => roles.includes('evidence') || roles.includes('factcheck')

async function judgeAll(deps: ClaimDeps, items: readonly UntriagedItem[]): Promise<ReadonlyMap<number, Triaged>> {
  if (items.length === 0) return new Map()
  const statements = items.map(
    ({ title, text, language, published }): Statement => ({
      ...{ text: `${title}\n${text}`, kind: 'article', language: language as Language, published },
    }),
  )
  let judged = await passOver(triage(deps, statements))
  if (judged === null) {
    // One of them broke the thread: alone it is lost alone.
    const alone = await Promise.all(statements.map((statement) => passOver(triage(deps, [statement]))))
    judged = alone.flatMap((one) => one?.[0] ?? notFlagged)
  }
  return new Map(items.flatMap(({ id }, i) => (judged[i] ? [[id, judged[i]]] : [])))
}

const notFlagged: Triaged = {
  ...{ flag: false, protected: false, reason: 'could not be read', category: null, claim: null },
  ...{ matches: [], kinds: [] },
}

/** Null for a text that broke its thread: it is passed over, so that it never stands in the way of the others. */
async function passOver<T>(judging: Promise<T>): Promise<T | null> {
  try {
    return await judging
  } catch (error) {
    if (error instanceof Quarantine) return null
    throw error
  }
}

async function triage({ store, triager, now }: ClaimDeps, statements: readonly Statement[]) {
  const day = vietnamDay(now())
  return triager.triage(statements, await store.readKnowledgeVersion(day), () => store.readKnown(day))
}

async function toItemFlag(deps: ClaimDeps, { language, published }: UntriagedItem, judged: Triaged | undefined) {
  const flag = judged ? await toFlag(deps, judged, language, published) : null
  return flag && judged ? { ...flag, sentence: redact(judged.claim ?? '').text, reason: judged.reason } : null
}

/** What the store has to know of a flagged text; null for every other one. */
async function toFlag(
  { store, triager, now }: ClaimDeps,
  { flag, category, claim, matches, kinds }: Triaged,
  language: string,
  published: string,
): Promise<Flag | null> {
  if (!flag || category === null || claim === null) return null
  const relation =
    category === 'factcheck' ? 'same_as_factcheck' : category === 'evidence' ? 'contradicts_evidence' : null
  const match = matches.find((one) => one.relation === relation)
  const likeness = { text: claim, language, published }
  return {
    ...{ category, language, matchId: match?.id ?? null, matchStrength: match?.score ?? patternStrength },
    checkability: rateCheckability(kinds),
    alike: await passOver(triager.findAlike(likeness, await store.listOpenTexts(now()))),
  }
}

/**
 * The claim that a private post carries, with its redacted text; null for every other post, and for one that breaks its
 * thread: those are only counted.
 */
export async function flagPost(
  deps: ClaimDeps,
  { text, language, day }: { readonly text: Redacted; readonly language: Language; readonly day: string },
): Promise<{ readonly flag: Flag; readonly text: Redacted } | null> {
  const [judged] = (await passOver(triage(deps, [{ text, kind: 'post', language, published: day }]))) ?? []
  const flag = judged ? await toFlag(deps, judged, language, day) : null
  return flag && { flag, text }
}

/** Takes an item in as evidence: a dated statement of its publisher. */
async function learn(deps: ClaimDeps, item: UntriagedItem): Promise<void> {
  const { title, text, language, published, url, sourceName } = item
  const passage = redact(`${title}\n${text}`.slice(0, passageChars)).text
  const { from, until } = readValidity(passage, published)
  const draft: EvidenceDraft = {
    ...{ kind: 'statement', lang: language, publisher: sourceName, published: vietnamDay(published) },
    ...{ text: passage, url, validFrom: from, validUntil: until },
  }
  await learnStatement(deps, draft, 'service')
}

/** Takes a statement in; what its publisher said otherwise before no longer speaks. Returns its id; null where it is known. */
export async function learnStatement(deps: ClaimDeps, draft: EvidenceDraft, actor: string): Promise<string | null> {
  const { store, triager, now } = deps
  const { publisher, published, text, lang } = draft
  const earlier = (await store.readEvidence(vietnamDay(now()), publisher)).filter((one) => one.published < published)
  const statement: Statement = { text, kind: 'article', language: lang as Language, published }
  // Each thread keeps one version: the publisher's own earlier words make one of their own.
  const version = JSON.stringify([publisher, earlier.map(({ id }) => id)])
  const readEarlier = async () => ({ evidence: earlier, factChecks: [] })
  const [against] =
    earlier.length > 0 ? ((await passOver(triager.triage([statement], version, readEarlier))) ?? []) : []
  const replaced = (against?.matches ?? []).filter(({ relation }) => relation === 'contradicts_evidence')
  const learnt = await store.learnEvidence(
    draft,
    replaced.map(({ id }) => id),
    now(),
  )
  if (learnt === null) return null
  const details = { kind: 'evidence', replaced: learnt.replaced.length, reopened: learnt.reopened.length }
  await store.appendAudit({ actor, action: 'knowledge_added', subject: learnt.id, details }, now())
  return learnt.id
}
