import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { exhibitDrafts } from '#db/schema/exhibit-content.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import type { Stores } from '../../files/unused.server.ts'
import { exhibitContent } from '../content/content.ts'
import { writeIndex } from '../content/index.server.ts'
import { mediaNamed } from '../content/named.ts'
import { createExhibit } from '../exhibits.server.ts'
import { withMediaIds } from './content.ts'
import { claimCopies, copyMedia, type MediumCopy, plannedCopies } from './media.server.ts'

/** How many exhibits go with one form. */
const mostCopied = 50

type Copying = {
  from: EventScope
  exhibitIds: readonly string[]
  /** The first copy's; by it the form is known when it comes again. */
  id?: string
  now: Date
}

/**
 * Makes drafts in another event of the same office of what exhibits say as they are being written: texts, blocks, sectors,
 * governorates, programmes, and pictures and documents as copies of their own. Booth, team, comments, versions and visits
 * stay where they are. Once for each form. Refused `notFound`, as a whole, for another office or an exhibit that is not
 * there, and `tooMany` beyond `mostCopied`.
 */
export async function copyExhibits(stores: Stores, to: EventScope, copying: Copying) {
  const { from, exhibitIds, id = newId(), now } = copying
  const isElsewhere = from.officeId === to.officeId && from.eventId !== to.eventId
  if (!isElsewhere || !exhibitIds.length) return notFound
  if (exhibitIds.length > mostCopied) return { ok: false, reason: 'tooMany' } as const
  const before = await madeBefore(stores.database.read, exhibits, {
    id,
    ours: eq(exhibits.eventId, to.eventId),
  })
  if (before) return before.ok ? ({ ok: true, ids: [id] } as const) : notFound
  const originals = await readOriginals(stores.database.read, from, exhibitIds)
  if (originals.length !== new Set(exhibitIds).size) return notFound
  const ids = originals.flatMap(({ content }) => mediaNamed(content))
  const copies = await plannedCopies(stores.database.read, to, { ids, now })
  return copyMedia(stores, to, { copies, now }, () =>
    stores.database.write((tx) => makeCopies(tx, to, { from, originals, copies, id, now })),
  )
}

const notFound = { ok: false, reason: 'notFound' } as const

async function readOriginals(read: Reader, { eventId }: EventScope, ids: readonly string[]) {
  const rows = await read
    .select({
      ...{ id: exhibits.id, slug: exhibits.slug, organisationId: exhibits.organisationId },
      content: exhibitDrafts.content,
    })
    .from(exhibits)
    .innerJoin(exhibitDrafts, eq(exhibitDrafts.exhibitId, exhibits.id))
    .where(and(eq(exhibits.eventId, eventId), inArray(exhibits.id, [...ids])))
    .orderBy(asc(exhibits.position), asc(exhibits.id))
  return rows.map((row) => ({ ...row, content: exhibitContent.parse(row.content) }))
}

type Original = Awaited<ReturnType<typeof readOriginals>>[number]

type Making = {
  from: EventScope
  originals: readonly Original[]
  copies: readonly MediumCopy[]
  id: string
  now: Date
}

async function makeCopies(tx: Tx, to: EventScope, { from, originals, copies, id, now }: Making) {
  await lockEvent(tx, to.eventId)
  // Asked again under the lock: the same form may have come twice at once.
  const before = await madeBefore(tx, exhibits, { id, ours: eq(exhibits.eventId, to.eventId) })
  if (before) return before.ok ? ({ ok: true, ids: [id] } as const) : notFound
  const ids: string[] = []
  for (const original of originals) {
    const its = mediaNamed(original.content)
    const made = await makeCopy(tx, to, {
      ...{ original, id: ids.length ? newId() : id, now },
      copies: copies.filter(({ of }) => its.includes(of)),
    })
    ids.push(made)
    const after = { from: original.id, event: from.eventId }
    await note(tx, to, { action: 'exhibit.copy', subjectId: made, after, now })
  }
  return { ok: true, ids } as const
}

type Made = { original: Original; copies: readonly MediumCopy[]; id: string; now: Date }

async function makeCopy(tx: Tx, to: EventScope, { original, copies, id, now }: Made): Promise<string> {
  const content = withMediaIds(original.content, new Map(copies.map((copy) => [copy.of, copy.id])))
  const { slug, organisationId } = original
  // Its address goes with it where nothing else has it; else it gets one from its title.
  const isTaken = await tx.$count(exhibits, and(eq(exhibits.eventId, to.eventId), eq(exhibits.slug, slug)))
  const place = { organisationId, boothId: null, ...(isTaken ? {} : { slug }) }
  const made = await createExhibit(tx, to, { id, content, place, now })
  // Nothing was asked for that could be refused: office and address were looked at above, under the lock.
  if (!made.ok) throw new Error(`Exhibit ${original.id} was not copied: ${made.reason}`)
  await claimCopies(tx, { exhibitId: id, copies, now })
  // Once more, now that its pictures are there.
  await writeIndex(tx, { id, eventId: to.eventId }, content)
  return id
}
