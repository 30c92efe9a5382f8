import { expect, test } from 'vitest'
import { readEnv } from '#app/env.server.ts'
import { openFiles } from '#app/http/start.server.ts'
import { lineFor } from '#app/process.server.ts'

test.for([
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: must start with file: or postgres://'],
  [{ DATABASE_URL: 'majlis.db' }, 'DATABASE_URL: must start with file: or postgres://'],
  [{ MAIL_URL: 'http://x' }, 'MAIL_URL: must start with smtp:// or smtps://'],
  [{ MAIL_URL: 'smtp://' }, 'MAIL_URL: must name a mail server, e.g. smtp://mail.example.org:587'],
] as const)('%j stops the start with one line', ([settings, line]) => {
  expect(() => readEnv({ NODE_ENV: 'test', ...settings })).toThrow(line)
})

test('a folder for files that cannot be had stops the start, not the first picture', () => {
  for (const url of ['file:/dev/null', 'file:/dev/null/files'])
    expect(() => openFiles(url)).toThrow('FILES_URL: this folder cannot be made or written to.')
})

test.for([
  [{ code: 'EACCES', syscall: 'listen' }, /^PORT: /],
  [{ code: 'EACCES', syscall: 'mkdir' }, /^DATABASE_URL: /],
  [{ code: 'EPERM', syscall: 'mkdir' }, /^DATABASE_URL: /],
  [{ code: 'SQLITE_READONLY' }, /^DATABASE_URL: /],
  [{ code: 'SQLITE_FULL' }, /disk .* full/],
] as const)('%j is told in one line', ([error, line]) => {
  expect(lineFor(Object.assign(new Error('x'), error))).toMatch(line)
})

test('a fault of ours keeps its stack', () => {
  for (const error of [new TypeError('x'), undefined, 'x', Object.assign(new Error('x'), { code: 'EWHAT' })])
    expect(lineFor(error)).toBe(null)
})
