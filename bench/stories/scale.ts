// How clustering grows: the time of ever larger weeks of invented news, drawn beside the straight line.
// `node bench/stories/scale.ts [MOST]`; 100,000 articles by default.
import { readCommonWords } from '../../classifiers/load.ts'
import { cluster, type Telling } from '../../classifiers/stories/cluster.ts'

const common = await readCommonWords()
const most = Number(process.argv[2] ?? 100_000)
const sizes = [0.01, 0.05, 0.1, 0.25, 0.5, 1].map((part) => Math.round(most * part))
const wordsPerArticle = 300
const hoursPerWeek = 168

/** mulberry32: the same news on every machine. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = createRandom(7)
const onsets = ['b', 'ch', 'd', 'gi', 'h', 'kh', 'l', 'm', 'n', 'ng', 'nh', 'ph', 'qu', 's', 't', 'th', 'tr', 'v', 'x']
const rimes = [
  'a',
  'ai',
  'an',
  'ang',
  'ao',
  'em',
  'en',
  'ia',
  'inh',
  'oa',
  'oan',
  'ôi',
  'ông',
  'ơn',
  'ua',
  'ươi',
  'yên',
]
const syllables = onsets.flatMap((onset) => rimes.map((rime) => onset + rime))

/** A few syllables are everywhere and most are rare, as in a language. */
const draw = (): string => syllables[Math.floor(syllables.length * random() ** 3)] as string
const write = (count: number): string[] => Array.from({ length: count }, draw)

/** Events of one to five articles, each retelling two thirds of its event in an order of its own. */
function* writeNews(count: number): Generator<Telling> {
  for (let written = 0, event = 0; written < count; event++) {
    const sentences = Array.from({ length: wordsPerArticle / 10 }, () => write(15).join(' '))
    for (let copies = 1 + Math.floor(random() * 5); copies > 0 && written < count; copies--, written++) {
      const told = sentences.filter(() => random() < 2 / 3)
      const hour = (written / count) * hoursPerWeek
      const time = new Date(Date.UTC(2026, 10, 16) + hour * 3_600_000).toISOString()
      yield { id: `${event}-${copies}`, title: told[0]?.slice(0, 60) ?? '', text: told.join('. '), time }
    }
  }
}

const rows = sizes.map((size) => {
  const news = [...writeNews(size)]
  const startedAtMs = performance.now()
  const stories = new Set(cluster(news, common).values()).size
  return { size, stories, seconds: (performance.now() - startedAtMs) / 1000 }
})
const { size: largest, seconds: longest } = rows.at(-1) as (typeof rows)[number]
console.log('articles   stories   seconds   █ time, │ where the straight line is')
for (const { size, stories, seconds } of rows) {
  const bar = '█'.repeat(Math.round((seconds / longest) * 50))
  const line = Math.round((size / largest) * 50)
  const drawn = `${bar.padEnd(line, ' ')}`.slice(0, Math.max(line, bar.length))
  console.log(
    `${String(size).padStart(8)} ${String(stories).padStart(9)} ${seconds.toFixed(1).padStart(9)}   ${drawn.length > line ? drawn : `${drawn}│`}`,
  )
}
