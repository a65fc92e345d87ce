// Measures how well the fact-check for a post is found, beside plain BM25: node bench/claims/clef.ts <folder>…
// A folder holds factchecks.jsonl.gz {id, claim, title}, queries.jsonl {id, text} and qrels.jsonl {query, factcheck}.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { buildIndex, search } from '../../classifiers/claims/index.ts'

type Found = { readonly ids: readonly string[]; readonly right: ReadonlySet<string> }

const parse = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)

const bareWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The usual BM25 (k1 1.2, b 0.75) over lower-case words: what everything is compared with. */
function buildPlain(documents: readonly (readonly string[])[]): (words: readonly string[]) => number[] {
  const average = documents.reduce((sum, words) => sum + words.length, 0) / documents.length
  const postings = new Map<string, Map<number, number>>()
  for (const [i, words] of documents.entries())
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>()
      postings.set(word, counts.set(i, (counts.get(i) ?? 0) + 1))
    }
  return (words) => {
    const scores = new Float64Array(documents.length)
    for (const word of new Set(words)) {
      const counts = postings.get(word) ?? new Map<number, number>()
      const idf = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5))
      for (const [i, count] of counts) {
        const norm = 1.2 * (0.25 + (0.75 * (documents[i]?.length ?? 0)) / average)
        scores[i] = (scores[i] ?? 0) + (idf * count * 2.2) / (count + norm)
      }
    }
    const best = [...scores.keys()].filter((i) => (scores[i] ?? 0) > 0)
    return best.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, 5)
  }
}

function averagePrecision({ ids, right }: Found): number {
  let [hits, sum] = [0, 0]
  for (const [i, id] of ids.entries()) if (right.has(id)) sum += ++hits / (i + 1)
  return sum / Math.min(right.size, 5)
}

const mean = (values: readonly number[]): string =>
  (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4)

function print(name: string, found: readonly Found[]): void {
  const isHit = ({ ids, right }: Found, depth: number) => Number(ids.slice(0, depth).some((id) => right.has(id)))
  const figures = {
    'MAP@5': found.map(averagePrecision),
    'P@1': found.map((one) => isHit(one, 1)),
    'Hit@5': found.map((one) => isHit(one, 5)),
  }
  console.log(
    `  ${name.padEnd(22)}${Object.entries(figures)
      .map(([label, values]) => `${label} ${mean(values)}`)
      .join('  ')}`,
  )
}

async function measure(folder: string): Promise<void> {
  const read = (name: string) => readFile(join(folder, name))
  const factChecks = parse<{ id: string; claim: string; title: string }>(
    gunzipSync(await read('factchecks.jsonl.gz')).toString('utf8'),
  )
  const queries = parse<{ id: string; text: string }>((await read('queries.jsonl')).toString('utf8'))
  const right = new Map<string, Set<string>>()
  for (const { query, factcheck } of parse<{ query: string; factcheck: string }>(
    (await read('qrels.jsonl')).toString('utf8'),
  ))
    right.set(query, (right.get(query) ?? new Set()).add(factcheck))
  const plain = buildPlain(factChecks.map(({ claim, title }) => bareWords(`${claim} ${title}`)))
  const index = buildIndex(
    factChecks.map(({ claim, title }) => ({ claim, detail: title, language: 'en', features: [] })),
  )
  const of = (entries: readonly number[], query: string): Found => ({
    ids: entries.map((i) => factChecks[i]?.id ?? ''),
    right: right.get(query) ?? new Set(),
  })
  const byPlain = queries.map(({ id, text }) => of(plain(bareWords(text)), id))
  const start = performance.now()
  const ours = queries.map(({ id, text }) =>
    of(
      search(index, { text, language: 'en', features: [] }, 5).map(({ entry }) => entry),
      id,
    ),
  )
  const rate = Math.round(queries.length / ((performance.now() - start) / 1000))
  console.log(`${folder}: ${factChecks.length} fact-checks, ${queries.length} posts, ${rate} posts a second`)
  for (const [half, name] of ['even', 'odd'].entries()) {
    print(
      `plain BM25, ${name}`,
      byPlain.filter((_, i) => i % 2 === half),
    )
    print(
      `match, ${name}`,
      ours.filter((_, i) => i % 2 === half),
    )
  }
}

for (const folder of process.argv.slice(2)) await measure(folder)
