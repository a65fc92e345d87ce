// The console's files, read once at start: a few hundred kilobytes, served from memory.
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import type { Context } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

export type StaticFiles = ReadonlyMap<string, { readonly type: string; readonly body: Uint8Array<ArrayBuffer> }>

/** Reads a folder; an empty map where it is missing, so that the API works without the console. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, { type: string; body: Uint8Array<ArrayBuffer> }>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name)
    const type = types[extname(file)] ?? 'application/octet-stream'
    files.set(`/${relative(folder, file)}`, { type, body: new Uint8Array(await readFile(file)) })
  }
  return files
}

/** The file of a path, or the console's page for every address that the console itself understands. */
export function serveStatic(c: Context, files: StaticFiles) {
  const file = files.get(c.req.path) ?? files.get('/index.html')
  if (!file)
    return c.text('The console has not been built: npm run build\nBảng điều khiển chưa được dựng: npm run build\n', 503)
  // Names of assets carry a hash of their content.
  const cache = c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  return c.body(file.body, 200, { 'Content-Type': file.type, 'Cache-Control': cache })
}
