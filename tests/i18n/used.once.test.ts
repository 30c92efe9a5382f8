import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { catalogue } from '#app/i18n/catalogue.ts'

type Texts = { [key: string]: string | Texts }

const pluralForm = /_(zero|one|two|few|many|other)$/

/** Every key as the code would write it: `namespace:path.key`, without the plural form. */
function keysOf(texts: Texts, path: string): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + nameIn(texts, key)] : keysOf(value, `${path}${key}.`),
  )
}

/** `zone.other` is no plural, and neither is a key that has no `_other` beside it. */
function nameIn(texts: Texts, key: string): string {
  const base = key.replace(pluralForm, '')
  return `${base}_other` in texts ? base : key
}

/** What the code says to a translator: whole keys, and templates such as `mail:state.${state}` as patterns. */
function namedInCode(): { keys: Set<string>; patterns: RegExp[] } {
  const keys = new Set<string>()
  const patterns: RegExp[] = []
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) keys.add(node.text)
    if (ts.isTemplateExpression(node) && /^[a-z]+:/.test(node.head.text)) patterns.push(patternOf(node))
    ts.forEachChild(node, visit)
  }
  for (const file of globSync(['app/**/*.{ts,tsx}', 'db/demo/*.ts']))
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  return { keys, patterns }
}

function patternOf({ head, templateSpans }: ts.TemplateExpression): RegExp {
  const literals = [head.text, ...templateSpans.map(({ literal }) => literal.text)]
  return new RegExp(`^${literals.map((text) => text.replaceAll('.', '\\.')).join('[^.:]+')}$`)
}

test('every text is said somewhere', () => {
  const { keys, patterns } = namedInCode()
  const all = Object.entries(catalogue.en as Record<string, Texts>).flatMap(([namespace, texts]) =>
    keysOf(texts, `${namespace}:`),
  )
  const unsaid = new Set(
    all.filter((key) => !keys.has(key) && !patterns.some((pattern) => pattern.test(key))),
  )
  expect([...unsaid]).toEqual([])
})
