import { randomInt } from 'node:crypto'
import { and, eq, inArray, max, ne } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import {
  booths,
  type ExhibitContact,
  type ExhibitLink,
  exhibitGovernorates,
  exhibitPictures,
  exhibitSectors,
  exhibits,
} from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { keepUnseen } from '../events/rules.ts'
import { releaseFile } from '../files/record.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { lockExhibit, noteExhibit } from './lock.server.ts'
import { exhibitSlugFrom, refuseExhibitSlug, saysNothing } from './rules.ts'

export type ExhibitContent = {
  /** Empty: from the title. Taken only while the exhibit has never been public. */
  slug?: string
  title: Localized
  summary: Localized
  /** Markdown. */
  body: Localized
  boothId: string | null
  organisationId: string | null
  /** Empty: the directory's, when an organisation is chosen. */
  organisationName: Localized
  sectors: string[]
  /** OCHA p-codes. */
  governorates: string[]
  contact: ExhibitContact
  links: ExhibitLink[]
}

type NewExhibit = { id?: string; content: Partial<ExhibitContent> & { title: Localized }; now: Date }
type ExhibitRow = typeof exhibits.$inferSelect

/**
 * Makes a draft as the last exhibit; one, however often its form is sent. Refused when its address is taken or no
 * address, or booth or organisation foreign.
 */
export async function createExhibit(tx: Tx, scope: EventScope, { id = newId(), content, now }: NewExhibit) {
  const { eventId } = scope
  await lockEvent(tx, eventId)
  const before = await madeBefore(tx, exhibits, { id, ours: eq(exhibits.eventId, eventId) })
  if (before) return before
  const refusal = await refusePlaces(tx, scope, content)
  if (refusal) return { ok: false, reason: refusal } as const
  const found = await slugFor(tx, eventId, { wanted: content.slug, title: content.title })
  if (!found.ok) return found
  const [last] = await tx
    .select({ position: max(exhibits.position) })
    .from(exhibits)
    .where(eq(exhibits.eventId, eventId))
  await tx.insert(exhibits).values({
    ...{ id, eventId, slug: found.slug, state: 'draft', qrCode: newQrCode() },
    title: content.title,
    summary: content.summary ?? {},
    body: content.body ?? {},
    boothId: content.boothId ?? null,
    organisationId: content.organisationId ?? null,
    organisationName: await organisationNameFor(tx, content),
    contact: content.contact ?? { name: '', email: '', phone: '' },
    links: content.links ?? [],
    position: (last?.position ?? -1) + 1,
    createdAt: now,
    updatedAt: now,
  })
  await saveTopics(tx, { id, eventId }, content)
  await note(tx, scope, { action: 'exhibit.create', subjectId: id, after: content, now })
  return { ok: true, id, slug: found.slug } as const
}

/**
 * Changes what is given and leaves the rest. The address follows the title until the exhibit is first published. A
 * published exhibit keeps a title and a summary.
 */
export async function editExhibit(
  tx: Tx,
  scope: EventScope,
  { exhibitId, content, now }: { exhibitId: string; content: Partial<ExhibitContent>; now: Date },
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const { event, exhibit: before } = locked
  const refusal = (await refusePlaces(tx, scope, content)) ?? refuseEmptying(before, content)
  if (refusal) return { ok: false, reason: refusal } as const
  const found = await editedSlug(tx, before, content)
  if (!found.ok) return found

  const { slug: _, sectors: __, governorates: ___, ...columns } = content
  const texts = keepAllUnseen(before, content, event.languages)
  const organisationName = content.organisationName ? await organisationNameFor(tx, content) : undefined
  await tx
    .update(exhibits)
    .set({
      ...columns,
      ...texts,
      ...(organisationName && {
        organisationName: keepUnseen(before.organisationName, organisationName, event.languages),
      }),
      ...(content.links && { links: keepUnseenLabels(before.links, content.links, event.languages) }),
      slug: found.slug,
    })
    .where(eq(exhibits.id, before.id))
  await saveTopics(tx, before, content)
  await noteExhibit(tx, scope, { action: 'exhibit.edit', exhibitId, before, after: content, now })
  return { ok: true, id: exhibitId, slug: found.slug } as const
}

/**
 * Removes an exhibit with its figures and pictures. `unused` are the files no longer shown: `clearUnused` takes
 * them away once this is committed (`discardExhibit` does both).
 */
export async function removeExhibit(
  tx: Tx,
  scope: EventScope,
  { exhibitId, now }: { exhibitId: string; now: Date },
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const shown = await tx
    .select({ id: exhibitPictures.fileId })
    .from(exhibitPictures)
    .where(eq(exhibitPictures.exhibitId, exhibitId))
  const unused = shown.map(({ id }) => id)
  for (const id of unused) await releaseFile(tx, id)
  await tx.delete(exhibits).where(eq(exhibits.id, exhibitId))
  await note(tx, scope, { action: 'exhibit.remove', subjectId: exhibitId, before: locked.exhibit, now })
  return { ok: true, unused } as const
}

async function refusePlaces(
  tx: Tx,
  scope: EventScope,
  { boothId, organisationId }: Partial<Pick<ExhibitContent, 'boothId' | 'organisationId'>>,
) {
  const isOurBooth = and(eq(booths.id, boothId ?? ''), eq(booths.eventId, scope.eventId))
  if (boothId && !(await tx.$count(booths, isOurBooth))) return 'notFound'
  const isOurs = and(eq(organisations.id, organisationId ?? ''), eq(organisations.officeId, scope.officeId))
  return organisationId && !(await tx.$count(organisations, isOurs)) ? 'notFound' : null
}

function refuseEmptying(before: ExhibitRow, content: Partial<ExhibitContent>) {
  if (before.state !== 'published') return null
  if (content.title && saysNothing(content.title)) return 'titleNeeded'
  return content.summary && saysNothing(content.summary) ? 'summaryNeeded' : null
}

async function editedSlug(tx: Tx, before: ExhibitRow, { slug, title }: Partial<ExhibitContent>) {
  const isFixed = before.publishedAt !== null
  // A slug left out, as when only the booth changes, changes nothing; an empty one follows the title.
  if (isFixed || slug === undefined || slug === before.slug) return { ok: true, slug: before.slug } as const
  return slugFor(tx, before.eventId, { wanted: slug, title: title ?? before.title, exceptId: before.id })
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

async function organisationNameFor(
  tx: Tx,
  content: Partial<Pick<ExhibitContent, 'organisationId' | 'organisationName'>>,
): Promise<Localized> {
  const { organisationId, organisationName = {} } = content
  if (!organisationId || !saysNothing(organisationName)) return organisationName
  const [found] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return found?.name ?? {}
}

async function saveTopics(
  tx: Tx,
  { id: exhibitId, eventId }: { id: string; eventId: string },
  { sectors, governorates }: Partial<ExhibitContent>,
): Promise<void> {
  if (sectors) {
    await tx.delete(exhibitSectors).where(eq(exhibitSectors.exhibitId, exhibitId))
    const rows = [...new Set(sectors)].map((sector) => ({ exhibitId, eventId, sector }))
    if (rows.length) await tx.insert(exhibitSectors).values(rows)
  }
  if (governorates) {
    await tx.delete(exhibitGovernorates).where(eq(exhibitGovernorates.exhibitId, exhibitId))
    const rows = [...new Set(governorates)].map((pcode) => ({ exhibitId, eventId, pcode }))
    if (rows.length) await tx.insert(exhibitGovernorates).values(rows)
  }
}

function keepAllUnseen(before: ExhibitRow, content: Partial<ExhibitContent>, seen: readonly Language[]) {
  const { title, summary, body } = content
  return {
    ...(title && { title: keepUnseen(before.title, title, seen) }),
    ...(summary && { summary: keepUnseen(before.summary, summary, seen) }),
    ...(body && { body: keepUnseen(before.body, body, seen) }),
  }
}

function keepUnseenLabels(before: ExhibitLink[], links: ExhibitLink[], seen: readonly Language[]) {
  return links.map((link) => {
    const known = before.find(({ url }) => url === link.url)
    return { ...link, label: keepUnseen(known?.label ?? {}, link.label, seen) }
  })
}

/** Letters that are not mistaken for one another when a code is read from a poster. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** What the printed QR code carries: 10 letters, 49 bits. It leads only to what is public. */
function newQrCode(): string {
  return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
}
