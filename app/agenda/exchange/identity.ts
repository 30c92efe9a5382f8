import { createHash } from 'node:crypto'
import { type LeftOut, mostItems, type ReadItem } from './reading.ts'

export type Ids = { guid: string; id: string; code: string; link: string }
export type Unidentified = { ids: Ids; item: Omit<ReadItem, 'sourceId'> }

/**
 * Gives every item an id of its own that is the same when the file is read again: its guid, else its number or code,
 * else what it says. An id that stands at two items tells them apart by their order in time. The very same item listed
 * twice is taken once.
 */
export function identified(found: readonly Unidentified[]): { items: ReadItem[]; twice: LeftOut[] } {
  const inTime = found.toSorted((a, b) => a.item.startsAt - b.item.startsAt)
  const taken = new Map<string, number>()
  const seen = new Set<string>()
  const items: ReadItem[] = []
  const twice: LeftOut[] = []
  for (const { ids, item } of inTime) {
    const name = Object.values(item.title)[0] ?? ''
    const fact = JSON.stringify([idOf(ids), item.title, item.startsAt, item.endsAt, item.room])
    if (seen.has(fact)) twice.push({ name, reason: 'twice' })
    else if (items.length >= mostItems) twice.push({ name, reason: 'tooMany' })
    else items.push(withId(ids, item, taken))
    seen.add(fact)
  }
  return { items, twice }
}

function withId(ids: Ids, item: Unidentified['item'], taken: Map<string, number>): ReadItem {
  const given = idOf(ids)
  const id = given || digestOf(item)
  const before = taken.get(id) ?? 0
  taken.set(id, before + 1)
  const remarks = [...item.remarks]
  if (!given) remarks.push({ code: 'idMissing' })
  if (before > 0) remarks.push({ code: 'idTwice', detail: id.slice(0, 60) })
  return { ...item, remarks, sourceId: before > 0 ? `${id}#${before + 1}` : id }
}

function idOf({ guid, id, code, link }: Ids): string {
  const [first, ...others] = [guid, id, code, link].map((text) => text.replace(/\p{Cc}/gu, '').trim())
  if (first) return shortened(uuid.test(first) ? first.toLowerCase() : first)
  const next = others.find(Boolean)
  return next ? shortened(`:${next}`) : ''
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

function shortened(id: string): string {
  return id.length <= 200 ? id.toWellFormed() : `:${createHash('sha256').update(id).digest('base64url')}`
}

function digestOf({ title, startsAt, room }: Unidentified['item']): string {
  const said = JSON.stringify([title, startsAt, room])
  return `:${createHash('sha256').update(said).digest('base64url').slice(0, 22)}`
}
