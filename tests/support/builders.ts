import { systemEventScope, systemOfficeScope } from '#app/accounts/scope.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { events, parts } from '#db/schema/events.server.ts'

/** Noon in Baghdad, three weeks before the events below. Tests pass it as `now`. */
export const now = new Date('2026-11-23T09:00:00Z')

export async function anOffice(database: Database, given: Partial<typeof offices.$inferInsert> = {}) {
  const office = {
    id: newId(),
    name: { en: 'IOM Iraq', ar: 'المنظمة الدولية للهجرة في العراق' },
    languages: ['en', 'ar', 'ckb', 'fr'] as ('en' | 'fr' | 'ar' | 'ckb')[],
    zone: 'Asia/Baghdad',
    senderName: { en: 'IOM Iraq Events' },
    senderAddress: 'events@majlis.example',
    createdAt: now,
    ...given,
  }
  await database.write((tx) => tx.insert(offices).values(office))
  return { ...office, scope: systemOfficeScope(office.id) }
}

type EventGiven = {
  officeId?: string
  slug?: string
  state?: 'draft' | 'published' | 'cancelled'
  capacity?: number | null
}

/** A published event of a meeting (invited, `capacity` seats) and an exhibition (open), on 14 and 15 December 2026. */
export async function anEvent(database: Database, given: EventGiven = {}) {
  const officeId = given.officeId ?? (await anOffice(database)).id
  const id = newId()
  const event = {
    id,
    officeId,
    slug: given.slug ?? `event-${id.slice(-6)}`,
    state: given.state ?? ('published' as const),
    name: { en: 'CRP partner meeting', ar: 'اجتماع شركاء برنامج إنعاش المجتمع' },
    summary: { en: 'Needs, evaluation, planning.' },
    description: {},
    languages: ['en', 'ar'] as ('en' | 'ar')[],
    zone: 'Asia/Baghdad',
    contact: { name: 'Events desk', email: 'events@majlis.example', phone: '' },
    cancellationNote: {},
    publishedAt: now,
    createdAt: now,
    updatedAt: now,
  }
  const meeting = {
    id: newId(),
    eventId: id,
    kind: 'meeting' as const,
    name: { en: 'Partner meeting' },
    startsAt: new Date('2026-12-14T06:00:00Z'),
    endsAt: new Date('2026-12-14T12:30:00Z'),
    audience: 'invited' as const,
    capacity: given.capacity === undefined ? 60 : given.capacity,
    answerBy: new Date('2026-12-07T20:59:59Z'),
    position: 0,
  }
  const exhibition = {
    id: newId(),
    eventId: id,
    kind: 'exhibition' as const,
    name: { en: 'Exhibition' },
    startsAt: new Date('2026-12-14T06:00:00Z'),
    endsAt: new Date('2026-12-15T13:00:00Z'),
    audience: 'open' as const,
    capacity: null,
    answerBy: null,
    position: 1,
  }
  await database.write(async (tx) => {
    await tx.insert(events).values(event)
    await tx.insert(parts).values([meeting, exhibition])
  })
  return { ...event, meeting, exhibition, scope: systemEventScope(event) }
}
