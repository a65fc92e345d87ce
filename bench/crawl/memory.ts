// Gate for memory: the service as an office runs it, over many articles of several sites; its resident memory is read from
// outside, once a second. `node bench/crawl/memory.ts [captures]`.
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

const root = fileURLToPath(new URL('../../', import.meta.url))
const captures = Number(process.argv[2] ?? 2000)
/** At most as many as a source takes in one round. */
const perSite = Math.min(1000, Math.ceil(captures / 4))
const addresses = Array.from({ length: Math.ceil(captures / perSite) }, (_, i) => `127.0.2.${i + 1}`)
const expected = addresses.length * perSite
/** No article in so long: something hangs. The first tick may take a minute to come. */
const patienceMs = 180_000

const sourcesAt = (hosts: readonly string[]): string =>
  `sources:\n${hosts
    .map(
      (host, i) =>
        `  - { id: site-${i + 1}, name: Site ${i + 1}, kind: listing, url: "http://${host}/", ownership: newsroom, language: vi, maxItems: ${perSite}, politeness: { gap: 0s }, listing: { link: h3 a } }\n`,
    )
    .join('')}`

async function install(hosts: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'langnghe-'))
  await cp(join(root, 'config'), join(folder, 'config'), { recursive: true })
  const sources = join(folder, 'config/sources')
  await rm(sources, { recursive: true })
  await mkdir(sources)
  await writeFile(join(sources, 'sites.yaml'), sourcesAt(hosts))
  return folder
}

function start(folder: string): ChildProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    LANGNGHE_CONFIG: join(folder, 'config'),
    LANGNGHE_DATA: join(folder, 'data'),
    LANGNGHE_KEYS: join(folder, 'keys'),
    LANGNGHE_OUT: join(folder, 'out'),
    PORT: '0',
  }
  return spawn(process.execPath, [join(root, 'bin/langnghe.js'), 'start'], { cwd: folder, env, stdio: 'inherit' })
}

/** 0 while there is no database yet, or it is locked at this moment. */
function countItems(folder: string): number {
  try {
    const db = new DatabaseSync(join(folder, 'data/langnghe.db'), { readOnly: true })
    try {
      return (db.prepare('select count(*) as count from item').get() as { count: number }).count
    } finally {
      db.close()
    }
  } catch {
    return 0
  }
}

/** Megabytes, as the kernel counts them: VmRSS now, VmHWM at the most. */
async function readMemory(pid: number): Promise<{ rssMb: number; peakMb: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const read = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
  return { rssMb: read('VmRSS'), peakMb: read('VmHWM') }
}

async function watch(folder: string, service: ChildProcess) {
  let count = 0
  let movedAtMs = performance.now()
  let memory = { rssMb: 0, peakMb: 0 }
  while (count < expected && performance.now() - movedAtMs < patienceMs) {
    await wait(1000)
    if (service.exitCode !== null || service.pid === undefined) throw new Error('the service has ended')
    memory = await readMemory(service.pid)
    const now = countItems(folder)
    if (now > count) movedAtMs = performance.now()
    if (Math.floor((now / expected) * 10) > Math.floor((count / expected) * 10))
      console.log(`${now} articles: ${memory.rssMb.toFixed(0)} MB`)
    count = now
  }
  if (count < expected) throw new Error(`${count} articles of ${expected}, and no more come`)
  return memory
}

const pages = fileURLToPath(new URL('../extraction/corpus/html', import.meta.url))
const site = new Worker(new URL('site.ts', import.meta.url), {
  workerData: { addresses, articles: perSite, pages, isVaried: true },
})
const hosts = await new Promise<string[]>((ready, fail) => site.once('message', ready).once('error', fail))
const folder = await install(hosts)
const service = start(folder)
try {
  const { rssMb, peakMb } = await watch(folder, service)
  const floors = JSON.parse(await readFile(new URL('floors.json', import.meta.url), 'utf8')) as { rssMb: number }
  console.log(`${expected} captures: ${peakMb.toFixed(0)} MB at the most, ${rssMb.toFixed(0)} MB at the end`)
  console.log(`at most ${floors.rssMb} MB`)
  if (peakMb > floors.rssMb) process.exitCode = 1
} finally {
  service.kill('SIGTERM')
  await site.terminate()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
