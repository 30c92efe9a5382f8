import type { Language } from '../../i18n/languages.ts'
import { isLanguage } from '../../i18n/languages.ts'

/*
 * A document as a list of its smallest parts, each under a path that stays: `title/en`, `contact/phone`,
 * `blocks/{id}/text/ar`, `blocks/{id}/items/{id}/label/ckb`. The order of rows stands under the list's own path with a
 * `#`: `blocks#` → their ids. So two documents are compared, merged and undone part by part, whatever kinds there are.
 */
export type Value = string | number | boolean | null | readonly Value[]
export type Flat = Map<string, Value>

/** Takes a document apart. */
export function flatten(document: object): Flat {
  const flat: Flat = new Map()
  takeApart(document, '', flat)
  return flat
}

function takeApart(value: unknown, path: string, flat: Flat): void {
  if (Array.isArray(value) && value.every(isRow)) {
    flat.set(
      `${path}#`,
      value.map(({ id }) => id),
    )
    for (const { id, ...row } of value) takeApart(row, `${path}/${id}`, flat)
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, part] of Object.entries(value)) takeApart(part, path ? `${path}/${name}` : name, flat)
  } else if (value !== undefined) flat.set(path, value as Value)
}

function isRow(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value
}

type Node = { value?: Value; order?: readonly string[]; parts: Map<string, Node> }

/** Puts a document together again. What is empty is left out, and so are parts of rows that are in no list. */
export function unflatten(flat: Flat): unknown {
  const root: Node = { parts: new Map() }
  for (const [path, value] of flat) {
    const isOrder = path.endsWith('#')
    const node = nodeAt(root, (isOrder ? path.slice(0, -1) : path).split('/'))
    if (isOrder) node.order = value as readonly string[]
    else node.value = value
  }
  return putTogether(root)
}

function nodeAt(root: Node, names: string[]): Node {
  let node = root
  for (const name of names) {
    const part = node.parts.get(name) ?? { parts: new Map<string, Node>() }
    node.parts.set(name, part)
    node = part
  }
  return node
}

function putTogether(node: Node): unknown {
  if (node.value !== undefined) return node.value
  if (!node.order) return objectOf(node)
  return node.order.map((id) => ({ id, ...objectOf(node.parts.get(id) ?? { parts: new Map() }) }))
}

function objectOf({ parts }: Node): object {
  return Object.fromEntries([...parts].map(([name, part]) => [name, putTogether(part)]))
}

/** The language at the end of a path of one wording; null for every other part. */
export function languageOf(path: string): Language | null {
  const last = path.slice(path.lastIndexOf('/') + 1)
  return isLanguage(last) ? last : null
}

export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
