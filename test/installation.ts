// An installation of its own for a test: configuration, data, keys and reports in a temporary folder, commands as children.
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const program = join(root, 'bin/langnghe.js')

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type Installation = {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly start: (...args: string[]) => ChildProcess
  readonly run: (args: readonly string[], input?: string) => Promise<Ended>
  readonly remove: () => Promise<void>
}

/** `sources` is the YAML of the only source file. */
export async function makeInstallation(sources: string): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'langnghe-'))
  const config = join(folder, 'config')
  await cp(join(root, 'config'), config, { recursive: true })
  await rm(join(config, 'sources'), { recursive: true, force: true })
  await mkdir(join(config, 'sources'))
  await writeFile(join(config, 'sources', 'test.yaml'), sources)
  const environment = {
    PATH: process.env.PATH ?? '',
    LANGNGHE_CONFIG: config,
    LANGNGHE_DATA: join(folder, 'data'),
    LANGNGHE_KEYS: join(folder, 'keys'),
    LANGNGHE_OUT: join(folder, 'out'),
  }
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [program, ...args], { cwd: folder, env: environment })
  return {
    folder,
    environment,
    start,
    run: (args, input) => waitFor(start(...args), input),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export function waitFor(child: ChildProcess, input = ''): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  // The child may end before it has read everything.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}
