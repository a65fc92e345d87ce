// Gate for stories: how well articles of one event are gathered, by B-cubed precision and recall.
// `node bench/stories/run.ts [FILE]`; FILE holds {"id","title","time","text"} and "story" (or "cluster") a line.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readCommonWords } from '../../classifiers/load.ts'
import { cluster, type Telling } from '../../classifiers/stories/cluster.ts'
import floors from './floors.json' with { type: 'json' }

type Row = Telling & { readonly story?: string; readonly cluster?: string }

const own = fileURLToPath(new URL('corpus.jsonl', import.meta.url))
const file = process.argv[2] ?? own
const rows = (await readFile(file, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row)

/** For each article: how much of its found story belongs there, and how much of its true story is there. */
function bcubed(truth: readonly string[], found: readonly string[]) {
  let precision = 0
  let recall = 0
  for (const [i, own] of found.entries()) {
    const together = found.flatMap((story, j) => (story === own ? [j] : []))
    const belonging = truth.flatMap((story, j) => (story === truth[i] ? [j] : []))
    const right = together.filter((j) => truth[j] === truth[i]).length
    precision += right / together.length / truth.length
    recall += right / belonging.length / truth.length
  }
  return { f: (2 * precision * recall) / (precision + recall), precision, recall }
}

const startedAtMs = performance.now()
const stories = cluster(rows, await readCommonWords())
const seconds = (performance.now() - startedAtMs) / 1000
const found = rows.map(({ id }) => stories.get(id) ?? '')
const { f, precision, recall } = bcubed(
  rows.map((row) => row.story ?? row.cluster ?? ''),
  found,
)
console.log(`B³ F ${f.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`)
console.log(
  `${rows.length} articles, ${new Set(found).size} stories, ${Math.round(rows.length / seconds)} articles a second`,
)
if (file === own && f < floors.f) {
  console.error(`below its floor ${floors.f}`)
  process.exitCode = 1
}
