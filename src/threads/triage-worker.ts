// The inside of the triage thread: it learns what is known once, and judges texts by it.
import { parentPort, workerData } from 'node:worker_threads'
import { buildIndex, search } from '../../classifiers/claims/index.ts'
import { featuresOf, type Knowledge, prepareKnowledge } from '../../classifiers/claims/knowledge.ts'
import { compileClaims } from '../../classifiers/claims/lexicon.ts'
import { readSlots } from '../../classifiers/claims/slots.ts'
import { compileTerms } from '../../classifiers/claims/terms.ts'
import { triage } from '../../classifiers/claims/triage.ts'
import { compileGazetteer } from '../../classifiers/places/gazetteer.ts'
import { nameOf } from '../errors.ts'
import type { Statement } from '../model/claim.ts'
import type { Reply } from './pool.ts'
import type { TriageAnswer, TriageData, Triaged, TriageTask } from './triage-pool.ts'

const { lexicon, context } = compileAll(workerData as TriageData)
// Node would keep what they were made of for as long as the thread lives.
for (const name of Object.keys(workerData)) delete workerData[name]
/** Scores are probabilities of saying the same: what the classifier asks of a fact-check is asked here too. */
const surelyAlike = 0.6

/** All that is known, and what one publisher said before: two at a time are asked for. */
const mostLearnt = 2
let learnt: readonly { readonly version: string; readonly knowledge: Knowledge }[] = []

function compileAll({ claims, terms, regions, aliases }: TriageData) {
  const context = { gazetteer: compileGazetteer(regions, aliases), terms: compileTerms(terms) }
  return { lexicon: compileClaims(claims), context }
}

parentPort?.on('message', (task: TriageTask) => {
  let reply: Reply<TriageAnswer>
  try {
    reply = { answer: answer(task) }
  } catch (error) {
    reply = { error: `could not be triaged (${nameOf(error)})` }
  }
  parentPort?.postMessage(reply)
})

function answer(task: TriageTask): TriageAnswer {
  if (task.kind === 'find_alike') return findAlike(task)
  if (task.kind === 'learn') {
    const { evidence, factChecks } = task.known
    const fresh = { version: task.version, knowledge: prepareKnowledge(evidence, factChecks, context) }
    learnt = [fresh, ...learnt].slice(0, mostLearnt)
    return []
  }
  const knowledge = learnt.find(({ version }) => version === task.version)?.knowledge
  if (!knowledge) return null
  return task.statements.map((statement) => judge(statement, knowledge))
}

function judge(statement: Statement, knowledge: Knowledge): Triaged {
  const judged = triage(statement, knowledge, lexicon)
  const { slots } = readSlots(judged.claim ?? '', statement.published, context)
  return { ...judged, kinds: [...new Set(slots.map(({ kind }) => kind))] }
}

function findAlike({ likeness, open }: Extract<TriageTask, { kind: 'find_alike' }>): { claimId: number } | null {
  const read = (text: string) => featuresOf({ text, ...readSlots(text, likeness.published, context) })
  const entries = open.map(({ text, language }) => ({ claim: text, detail: '', language, features: read(text) }))
  const query = { text: likeness.text, language: likeness.language, features: read(likeness.text) }
  const [best] = search(buildIndex(entries), query, 1)
  const claim = best && best.score >= surelyAlike ? open[best.entry] : undefined
  return claim ? { claimId: claim.claimId } : null
}
