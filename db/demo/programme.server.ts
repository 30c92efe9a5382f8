import { type EventScope, findEventScope, type OfficeScope } from '../../app/accounts/scope.server.ts'
import { createEvent, editEvent } from '../../app/events/edit.server.ts'
import { addPart } from '../../app/events/parts.server.ts'
import { publishEvent } from '../../app/events/publish.server.ts'
import { assignRole } from '../../app/events/roles.server.ts'
import type { PartContent } from '../../app/events/rules.ts'
import { addVenue } from '../../app/events/venues.server.ts'
import { languages } from '../../app/i18n/languages.ts'
import type { Database, Tx } from '../client.server.ts'
import type { DemoDays } from './days.server.ts'
import { event, office, partNames, venue } from './event.server.ts'
import { granted } from './granted.server.ts'
import { colleagues } from './office.server.ts'

export type DemoParts = Record<'meeting' | 'exhibition' | 'visit', string>

/** The event with its parts, place and roles, published. */
export async function buildEvent(database: Database, office_: OfficeScope, days: DemoDays) {
  const now = days.ago(35, '09:40')
  const { slug, name } = event
  const draft = { slug, name, languages: [...languages], zone: office.zone, parts: [] }
  granted(await database.write((tx) => createEvent(tx, office_, { event: draft, now })))
  const scope = await findEventScope(database.read, office_.actor.id ?? '', slug, 'event.edit')
  if (!scope) throw new Error('The organiser of the demo may not edit its event')
  const parts = await database.write(async (tx) => {
    const content = { ...event, languages: [...languages], zone: office.zone }
    granted(await editEvent(tx, scope, { content, now: days.ago(34, '13:15') }))
    const made = await addParts(tx, scope, days)
    for (const { email, eventRole } of colleagues)
      if (eventRole)
        granted(await assignRole(tx, scope, { email, role: eventRole, now: days.ago(33, '10:00') }))
    granted(await publishEvent(tx, scope, { now: days.ago(27, '15:30') }))
    return made
  })
  return { scope, parts }
}

async function addParts(tx: Tx, scope: EventScope, days: DemoDays): Promise<DemoParts> {
  const now = days.ago(34, '13:40')
  const { id: venueId } = granted(await addVenue(tx, scope, { content: venue, now }))
  const { meeting, exhibition, visit } = partsOn(days, venueId)
  const add = async (content: PartContent) => granted(await addPart(tx, scope, { content, now })).id
  return { meeting: await add(meeting), exhibition: await add(exhibition), visit: await add(visit) }
}

/** Sixty seats, an open hall for two days, and a minibus. */
function partsOn({ at, ...days }: DemoDays, venueId: string): Record<keyof DemoParts, PartContent> {
  const { answerBy } = days
  return {
    meeting: {
      kind: 'meeting',
      name: partNames.meeting,
      startsAt: at(days.meeting, '08:30'),
      endsAt: at(days.meeting, '15:30'),
      audience: 'invited',
      ...{ capacity: 60, answerBy, venueId },
    },
    exhibition: {
      kind: 'exhibition',
      name: partNames.exhibition,
      startsAt: at(days.meeting, '10:00'),
      endsAt: at(days.exhibitionEnd, '16:00'),
      audience: 'open',
      ...{ capacity: null, answerBy: null, venueId },
    },
    visit: {
      kind: 'visit',
      name: partNames.visit,
      startsAt: at(days.visit, '09:00'),
      endsAt: at(days.visit, '12:30'),
      audience: 'invited',
      // Who is offered a seat in the minibus has three days to take it.
      ...{ capacity: 10, seatsGiven: 'offer', offerHours: 72, answerBy, venueId },
    },
  }
}
