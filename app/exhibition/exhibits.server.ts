import { randomInt } from 'node:crypto'
import { and, eq, inArray, max, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { exhibitDrafts } from '#db/schema/exhibit-content.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import type { Localized } from '../i18n/languages.ts'
import { contentOf, type ExhibitContent, type exhibitContent } from './content/content.ts'
import { writeDraft } from './content/draft.server.ts'
import { writeIndex } from './content/index.server.ts'
import { lockForVisitors } from './content/lock.server.ts'
import { releaseAllMedia } from './content/media.server.ts'
import { exhibitSlugFrom, refuseExhibitSlug, saysNothing } from './rules.ts'

/** Where an exhibit stands and under which address: what is no part of what it says. */
export type ExhibitPlace = {
  /** Empty: from the title. Taken only while the exhibit has never been public. */
  slug?: string
  boothId: string | null
  organisationId: string | null
}

type Written = Partial<z.input<typeof exhibitContent>> & { title: Localized }
type NewExhibit = { id?: string; content: Written; place?: Partial<ExhibitPlace>; now: Date }
type ExhibitRow = typeof exhibits.$inferSelect

/**
 * Makes a draft as the last exhibit; one, however often its form is sent. Refused when its address is taken or no
 * address, or booth or organisation foreign.
 */
export async function createExhibit(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content: written, place = {}, now }: NewExhibit,
) {
  const { eventId } = scope
  await lockEvent(tx, eventId)
  const before = await madeBefore(tx, exhibits, { id, ours: eq(exhibits.eventId, eventId) })
  if (before) return before
  const refusal = await refusePlaces(tx, scope, place)
  if (refusal) return { ok: false, reason: refusal } as const
  const found = await slugFor(tx, eventId, { wanted: place.slug, title: written.title })
  if (!found.ok) return found
  const content = await named(tx, contentOf(written), place.organisationId)
  const [last] = await tx
    .select({ position: max(exhibits.position) })
    .from(exhibits)
    .where(eq(exhibits.eventId, eventId))
  const { title, summary, organisationName } = content
  await tx.insert(exhibits).values({
    ...{ id, eventId, slug: found.slug, state: 'draft', qrCode: newQrCode() },
    ...{ title, summary, organisationName, position: (last?.position ?? -1) + 1 },
    boothId: place.boothId ?? null,
    organisationId: place.organisationId ?? null,
    createdAt: now,
    updatedAt: now,
  })
  await tx.insert(exhibitDrafts).values({ exhibitId: id, version: 1, content, updatedAt: now })
  await writeIndex(tx, { id, eventId }, content)
  await note(tx, scope, { action: 'exhibit.create', subjectId: id, after: { ...place, title }, now })
  return { ok: true, id, slug: found.slug } as const
}

/**
 * Gives an exhibit another booth, organisation or address; what is left out stays. It holds at once, for visitors too. The
 * address follows the title until the exhibit is first published.
 */
export async function placeExhibit(
  tx: Tx,
  scope: EventScope,
  { exhibitId, place, now }: { exhibitId: string; place: Partial<ExhibitPlace>; now: Date },
) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const { exhibit, draft } = locked
  const refusal = await refusePlaces(tx, scope, place)
  if (refusal) return { ok: false, reason: refusal } as const
  const found = await placedSlug(tx, exhibit, { slug: place.slug, title: draft.content.title })
  if (!found.ok) return found
  const { boothId = exhibit.boothId, organisationId = exhibit.organisationId } = place
  const after = { boothId, organisationId, slug: found.slug }
  await tx
    .update(exhibits)
    .set({ ...after, updatedAt: now })
    .where(eq(exhibits.id, exhibitId))
  const before = { boothId: exhibit.boothId, organisationId: exhibit.organisationId, slug: exhibit.slug }
  await note(tx, scope, { action: 'exhibit.place', subjectId: exhibitId, before, after, now })
  const content = await named(tx, draft.content, organisationId)
  await writeDraft(tx, scope, locked, { content, now })
  return { ok: true, id: exhibitId, slug: found.slug } as const
}

/**
 * Removes an exhibit with all it says. `unused` are the files and documents no longer shown: they are taken away once this
 * is committed (`discardExhibit` does both).
 */
export async function removeExhibit(
  tx: Tx,
  scope: EventScope,
  { exhibitId, now }: { exhibitId: string; now: Date },
) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const unused = await releaseAllMedia(tx, scope, exhibitId)
  await tx.delete(exhibits).where(eq(exhibits.id, exhibitId))
  await note(tx, scope, { action: 'exhibit.remove', subjectId: exhibitId, before: locked.exhibit, now })
  return { ok: true, unused } as const
}

async function refusePlaces(tx: Tx, scope: EventScope, { boothId, organisationId }: Partial<ExhibitPlace>) {
  const isOurBooth = and(eq(booths.id, boothId ?? ''), eq(booths.eventId, scope.eventId))
  if (boothId && !(await tx.$count(booths, isOurBooth))) return 'notFound'
  const isOurs = and(eq(organisations.id, organisationId ?? ''), eq(organisations.officeId, scope.officeId))
  return organisationId && !(await tx.$count(organisations, isOurs)) ? 'notFound' : null
}

async function placedSlug(tx: Tx, before: ExhibitRow, { slug, title }: { slug?: string; title: Localized }) {
  const isFixed = before.publishedAt !== null
  // A slug left out, as when only the booth changes, changes nothing; an empty one follows the title.
  if (isFixed || slug === undefined || slug === before.slug) return { ok: true, slug: before.slug } as const
  return slugFor(tx, before.eventId, { wanted: slug, title, exceptId: before.id })
}

type Wish = { wanted: string | undefined; title: Localized; exceptId?: string }

/** The address wished for, or one from the title: `going-home`, or `going-home-2` where that is taken. */
async function slugFor(tx: Tx, eventId: string, { wanted, title, exceptId = '' }: Wish) {
  const refusal = wanted ? refuseExhibitSlug(wanted) : null
  if (refusal) return { ok: false, reason: refusal } as const
  const base = wanted || exhibitSlugFrom(title) || `exhibit-${newQrCode().slice(0, 6)}`
  const candidates = [base, ...Array.from({ length: 50 }, (_, n) => `${base.slice(0, 56)}-${n + 2}`)]
  const others = await tx
    .select({ slug: exhibits.slug })
    .from(exhibits)
    .where(and(eq(exhibits.eventId, eventId), inArray(exhibits.slug, candidates), ne(exhibits.id, exceptId)))
  const taken = new Set(others.map(({ slug }) => slug))
  if (wanted && taken.has(wanted)) return { ok: false, reason: 'slugTaken' } as const
  const free = candidates.find((candidate) => !taken.has(candidate))
  return { ok: true, slug: free ?? `${base.slice(0, 48)}-${newQrCode()}` } as const
}

/** The document with the organisation's name out of the directory, where none was written. */
async function named(tx: Tx, content: ExhibitContent, organisationId: string | null | undefined) {
  if (!organisationId || !saysNothing(content.organisationName)) return content
  const [found] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return { ...content, organisationName: found?.name ?? {} }
}

/** Letters that are not mistaken for one another when a code is read from a poster. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** What the printed QR code carries: 10 letters, 49 bits. It leads only to what is public. */
function newQrCode(): string {
  return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
}
