import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { answerStored, type StoredBody, storeBody } from './stored-body.server.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Every file of the client build, by its address; few and small, so they live in memory, compressed once. */
export type StaticFiles = Map<string, StoredBody>

/** Reads `folder`; empty when it is not there, as in development, where Vite serves these files. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const stored = await Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name)
      const address = path.slice(folder.length).split(sep).join('/')
      return [address, await storeBody(await readFile(path), headersFor(address), 9)] as const
    }),
  )
  return new Map(stored)
}

function headersFor(address: string): Record<string, string> {
  return {
    'Content-Type': types[extname(address)] ?? 'application/octet-stream',
    // Names under /assets carry a hash of what is in them.
    'Cache-Control': address.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=3600',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}

export function answerStatic(files: StaticFiles, path: string, request: Request): Response | null {
  const file = files.get(path)
  return file ? answerStored(request, file) : null
}

/** The address of the one stylesheet, for pages made outside Remix. */
export function stylesheetOf(files: StaticFiles): string {
  return [...files.keys()].find((name) => /^\/assets\/majlis-.*\.css$/.test(name)) ?? '/app/ui/majlis.css'
}
