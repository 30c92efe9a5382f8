import { and, eq, inArray, ne } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { type EventContact, events, parts } from '#db/schema/events.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { lockEvent } from './lock.server.ts'
import { keepUnseen, type PartContent, refuseSlug, slugFrom } from './rules.ts'

type NewEvent = {
  /** Empty: taken from the name. */
  slug: string
  name: Localized
  languages: Language[]
  zone: string
  parts: PartContent[]
}

export type EventContent = {
  /** Taken only while the event has never been public. */
  slug?: string
  name: Localized
  summary: Localized
  description: Localized
  languages: Language[]
  zone: string
  contact: EventContact
}

/**
 * Makes a draft. Refused when its address is taken, reserved or not an address. A form that comes again is answered
 * with the event it made, whose address is no longer free.
 */
export async function createEvent(
  tx: Tx,
  scope: OfficeScope,
  { id = newId(), event, now }: { id?: string; event: NewEvent; now: Date },
) {
  await lockOffice(tx, scope)
  const before = await madeBefore(tx, events, { id, ours: eq(events.officeId, scope.officeId) })
  if (before) return before.ok ? { ...before, slug: await slugOf(tx, id) } : before
  const refusal = event.slug && refuseSlug(event.slug)
  if (refusal) return { ok: false, reason: refusal } as const
  const slug = event.slug || (await freeSlug(tx, slugFrom(event.name)))
  const [made] = await tx
    .insert(events)
    .values({
      id,
      officeId: scope.officeId,
      slug,
      state: 'draft',
      name: event.name,
      summary: {},
      description: {},
      languages: event.languages,
      zone: event.zone,
      contact: { name: '', email: '', phone: '' },
      cancellationNote: {},
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: events.slug })
    .returning()
  if (!made) return { ok: false, reason: 'slugTaken' } as const
  if (event.parts.length)
    await tx
      .insert(parts)
      .values(event.parts.map((part, position) => ({ ...part, id: newId(), eventId: made.id, position })))
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    eventId: made.id,
    action: 'event.create',
    subjectId: made.id,
    after: event,
    now,
  })
  return { ok: true, id: made.id, slug } as const
}

async function slugOf(tx: Tx, id: string): Promise<string> {
  const [event] = await tx.select({ slug: events.slug }).from(events).where(eq(events.id, id))
  return event?.slug ?? ''
}

/** `partner-meeting`, or `partner-meeting-2` where that is taken. */
async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const base = wanted && !refuseSlug(wanted) ? wanted : `event-${newId().slice(-6)}`
  const candidates = [base, ...Array.from({ length: 20 }, (_, n) => `${base.slice(0, 56)}-${n + 2}`)]
  const taken = await tx.select({ slug: events.slug }).from(events).where(inArray(events.slug, candidates))
  const free = candidates.find((candidate) => !taken.some(({ slug }) => slug === candidate))
  return free ?? `${base.slice(0, 50)}-${newId().slice(-6)}`
}

/** Changes texts, languages, zone and contact; the address only of what was never public. */
export async function editEvent(
  tx: Tx,
  scope: EventScope,
  { content, now }: { content: EventContent; now: Date },
) {
  const before = await lockEvent(tx, scope.eventId)
  const slug = content.slug || before.slug
  const refusal = slug !== before.slug && (before.publishedAt ? 'slugFixed' : refuseSlug(slug))
  if (refusal) return { ok: false, reason: refusal } as const
  const [holder] = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.slug, slug), ne(events.id, before.id)))
  if (holder) return { ok: false, reason: 'slugTaken' } as const

  const after = {
    slug,
    name: keepUnseen(before.name, content.name, before.languages),
    summary: keepUnseen(before.summary, content.summary, before.languages),
    description: keepUnseen(before.description, content.description, before.languages),
    languages: content.languages,
    zone: content.zone,
    contact: content.contact,
  }
  await tx
    .update(events)
    .set({ ...after, updatedAt: now })
    .where(eq(events.id, before.id))
  const { name, summary, description, languages, zone, contact } = before
  await audit(tx, scope.actor, {
    ...{ officeId: scope.officeId, eventId: before.id, action: 'event.edit', subjectId: before.id },
    before: { slug: before.slug, name, summary, description, languages, zone, contact },
    after,
    now,
  })
  return { ok: true, slug } as const
}
