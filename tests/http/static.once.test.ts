import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { answerStatic, readStaticFiles, type StaticFiles, stylesheetOf } from '#app/http/static.server.ts'

async function files() {
  const folder = mkdtempSync(join(tmpdir(), 'majlis-static-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/majlis-Ab12.css'), '.card { color: inherit }\n'.repeat(200))
  writeFileSync(join(folder, 'robots.txt'), 'User-agent: *')
  return readStaticFiles(folder)
}

const answer = (all: StaticFiles, path: string, init?: RequestInit) =>
  answerStatic(all, path, new Request(`https://meet.example${path}`, init))

test('files under /assets are kept for ever and sent compressed, others are asked for again', async () => {
  const all = await files()
  const asset = answer(all, '/assets/majlis-Ab12.css', { headers: { 'Accept-Encoding': 'br' } })
  expect(Object.fromEntries(asset?.headers ?? [])).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/css; charset=utf-8',
    'content-encoding': 'br',
    'x-content-type-options': 'nosniff',
  })
  expect(answer(all, '/robots.txt')?.headers.get('Cache-Control')).toBe('public, max-age=3600')
  expect(stylesheetOf(all)).toBe('/assets/majlis-Ab12.css')
})

test('what is not a file of the build is not answered', async () => {
  const all = await files()
  for (const path of ['/assets/', '/assets/../../package.json', '/package.json'])
    expect(answer(all, path)).toBe(null)
})

test('where nothing is built there are no files', async () => {
  expect((await readStaticFiles('/nowhere')).size).toBe(0)
})
