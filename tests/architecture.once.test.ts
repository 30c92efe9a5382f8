import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/*
 * The rules that keep the house in order as it grows, see docs/decisions. A failure names the file and the import.
 */

const files = [...globSync('{app,db}/**/*.{ts,tsx}'), 'server.ts']
  .filter((file) => !file.endsWith('.d.ts'))
  .sort()
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

type Import = { from: string; to: string; isType: boolean }

const imports: Import[] = files.flatMap((file) => importsOf(file, sources.get(file) ?? ''))

function importsOf(file: string, text: string): Import[] {
  const found: Import[] = []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  visit(source)
  return found

  function visit(node: ts.Node) {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause))
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly)
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0]
    )
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  function add(specifier: ts.Expression, isType: boolean) {
    const to = ts.isStringLiteral(specifier) && resolve(file, specifier.text)
    if (to) found.push({ from: file, to, isType })
  }
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  )
}

/** The file in this repository that a specifier means; null for packages, styles and the built bundle. */
function resolve(file: string, specifier: string): string | null {
  const path = specifier.startsWith('#')
    ? specifier.slice(1)
    : specifier.startsWith('.')
      ? normalize(join(dirname(file), specifier))
      : null
  return path && sources.has(path) ? path : null
}

const foundations = ['mail', 'calendar', 'documents', 'files', 'uploads', 'accounts', 'i18n']
const beside = ['ui', 'http']

/** From the ground up; a module may use what stands lower, and its neighbours of the same floor. */
const floors = [
  ['db'],
  foundations,
  ['events', 'directory'],
  ['agenda', 'exhibition', 'questions'],
  ['invitations'],
  ['answers'],
  ['letters', 'clearance', 'inbox', 'participants', 'privacy'],
  ['door', 'followup'],
  ['top'],
]

/** What is no floor of the house but stands beside it. */
const mayUse: Record<string, string[]> = {
  ui: ['ui', 'i18n', 'documents'],
  http: ['http', 'accounts', 'files', 'i18n', 'db'],
}

function moduleOf(file: string): string {
  const [top, second, third] = file.split('/')
  if (top === 'db') return second === 'demo' ? 'top' : 'db'
  // Puts the process together, so it knows every part.
  if (file === 'app/http/start.server.ts') return 'top'
  if (top === 'app' && third && second !== 'routes') return second ?? 'top'
  return 'top'
}

function mayImport(from: string, to: string): boolean {
  if (from === 'top' || from === to) return true
  const listed = mayUse[from]
  if (listed) return listed.includes(to)
  if (to === 'ui') return from !== 'db'
  const floor = (name: string) => floors.findIndex((names) => names.includes(name))
  return !beside.includes(to) && floor(to) >= 0 && floor(to) <= floor(from)
}

test('every folder of app/ has its place in the house', () => {
  const known = new Set([...floors.flat(), ...beside])
  expect([...new Set(files.map(moduleOf))].filter((name) => !known.has(name))).toEqual([])
})

test('the rule knows up from down', () => {
  expect(imports.length).toBeGreaterThan(files.length)
  expect(mayImport('agenda', 'events')).toBe(true)
  expect(mayImport('events', 'agenda')).toBe(false)
  expect(mayImport('accounts', 'http')).toBe(false)
  expect(mayImport('ui', 'db')).toBe(false)
  expect(mayImport('events', 'top')).toBe(false)
})

test('imports go downwards only', () => {
  const upwards = imports
    // The context is a list of types; schema and screens name each other's types, which leaves no trace at run time.
    .filter(({ isType }) => !isType)
    .filter(({ from, to }) => !mayImport(moduleOf(from), moduleOf(to)))
    .map(({ from, to }) => `${from} → ${to}`)
  expect(upwards).toEqual([])
})

test('modules never see a request or a response', () => {
  const inner = new Set(floors.flat().filter((name) => name !== 'top'))
  const guard = 'app/accounts/guard.server.ts'
  const found = files
    .filter((file) => inner.has(moduleOf(file)) && file !== guard)
    .filter((file) =>
      /from '@remix-run\/|: (Request|Response)\b|new Response\(/.test(sources.get(file) ?? ''),
    )
  // The reader's language comes from path, query, cookie and header together.
  expect(found).toEqual(['app/i18n/reader.server.ts'])
})

test('attendees are written in one place, which keeps what they are found and ordered by', () => {
  const place = 'app/invitations/attendees.server.ts'
  const writes = /\b(insert|update|sweep)\(\s*attendees\b/
  const writers = files.filter((file) => file.startsWith('app/') && writes.test(sources.get(file) ?? ''))
  // The keys themselves are written where they are made.
  expect(writers).toEqual(['app/directory/precedence-keys.server.ts', place])
  expect(sources.get('app/directory/precedence-keys.server.ts')?.match(/update\(attendees\)/g)).toHaveLength(
    1,
  )
  const words = files.filter((file) => /\bwriteGuestWords\b/.test(sources.get(file) ?? ''))
  expect(words).toEqual([place, 'app/invitations/guest-words.server.ts'])
})

test('no file imports itself through others', () => {
  const values = Map.groupBy(
    imports.filter(({ isType }) => !isType),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    for (const { to } of values.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

test('only a .server file, or a route’s own module, takes values from a .server file', () => {
  const isServerOnly = (file: string) =>
    /\.server\.tsx?$/.test(file) ||
    /^app\/routes\/[^/]+\/route\.tsx$/.test(file) ||
    ['app/root.tsx', 'server.ts'].includes(file) ||
    file.startsWith('db/')
  const leaks = imports
    .filter(({ from, to, isType }) => !isType && /\.server\.tsx?$/.test(to) && !isServerOnly(from))
    .map(({ from, to }) => `${from} → ${to}`)
  expect(leaks).toEqual([])
})

test('every file under db/ that a screen could import bears .server', () => {
  const bare = files.filter(
    (file) => file.startsWith('db/') && !file.endsWith('.server.ts') && !/\.config\.ts$/.test(file),
  )
  expect(bare).toEqual([])
})

test('no source file is over 250 lines', () => {
  const lines = (file: string) => (sources.get(file) ?? '').trimEnd().split('\n').length
  expect(files.filter((file) => lines(file) > 250)).toEqual([])
})

test('no stylesheet is over 400 lines', () => {
  const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length
  expect(globSync('app/**/*.css').filter((file) => lines(file) > 400)).toEqual([])
})

test('every stylesheet is part of the one a page asks for', () => {
  const imported = [
    ...readFileSync('app/ui/majlis.css', 'utf8').matchAll(/@import "\.\/styles\/(.+)\.css"/g),
  ].map(([, name]) => name)
  expect(imported.toSorted()).toEqual(
    globSync('app/ui/styles/*.css')
      .map((file) => basename(file, '.css'))
      .toSorted(),
  )
})

test('nothing is hidden from the type checker', () => {
  const hidden = /\bas any\b|@ts-(ignore|expect-error|nocheck)|biome-ignore-all/
  expect(files.filter((file) => hidden.test(sources.get(file) ?? ''))).toEqual([])
})

test('no style of the whole page hangs on what is somewhere in it: every change would style the page anew', () => {
  const hanging = /(?:^|[\s,])(?:html|body|:root|\.frame|\.wrap)[\w.-]*:has\(/m
  expect(globSync('app/**/*.css').filter((file) => hanging.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('styles know no left and right, and markup holds no styles', () => {
  const physical =
    /(?:^|[\s;{])((?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height)|float)\s*:|text-align:\s*(?:left|right)/gm
  const styles = globSync('app/**/*.css').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(physical)].map(([match]) => `${file}: ${match.trim()}`),
  )
  expect(styles).toEqual([])
  expect(files.filter((file) => /\bstyle=\{/.test(sources.get(file) ?? ''))).toEqual([])
})
