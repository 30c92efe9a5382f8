import { and, asc, inArray } from 'drizzle-orm'
import { attendeesOf } from '#app/answers/attendees.server.ts'
import type { GuestScope } from '#app/answers/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { clearanceForms } from '#db/schema/clearance.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { openDataKey } from './data-key.server.ts'
import { expectedHere, isTheirs, stateOf } from './read.server.ts'
import { type ClearanceContent, maskedNumber } from './rules.ts'
import { type Keyring, places, unsealJson } from './seal.server.ts'
import { type ClearanceSettings, isGateOpen, readGate } from './settings.server.ts'

/** Who filled a form. */
export type Filler = 'link' | 'institution' | 'desk'

/** How the holder of this link may fill the form of this attendee; null when they may not. */
export async function findFiller(
  read: Reader,
  scope: GuestScope,
  settings: ClearanceSettings,
  attendeeId: string,
): Promise<Filler | null> {
  const people = await readLinkPeople(read, scope, settings)
  return people.find(({ id }) => id === attendeeId)?.filler ?? null
}

/** Those whose form a link may fill: for whom it speaks; an institution's only where the office lets it. */
async function readLinkPeople(read: Reader, scope: GuestScope, settings: ClearanceSettings) {
  if (scope.isOrganisation && !settings.institutionFills) return []
  const theirs = await attendeesOf(read, scope)
  const rows = await read
    .select({
      id: attendees.id,
      names: attendees.names,
      sealed: clearanceForms.sealed,
      savedAt: clearanceForms.savedAt,
      hasBothNames: clearanceForms.hasBothNames,
      hasBirthOn: clearanceForms.hasBirthOn,
    })
    .from(attendees)
    .leftJoin(clearanceForms, isTheirs)
    .where(
      and(
        ...expectedHere(read, scope, settings),
        inArray(
          attendees.id,
          theirs.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(attendees.rank), asc(attendees.id))
  const filler: Filler = scope.isOrganisation ? 'institution' : 'link'
  return rows.map((person) => ({ ...person, filler, state: stateOf(person, settings) }))
}

/** What a guest's page says of the gate's form; null when nothing is asked of them, or no forms are taken. */
export async function readGateNotice(read: Reader, scope: GuestScope, now: Date) {
  const gate = await readGate(read, scope.eventId)
  if (!isGateOpen(gate, { now })) return null
  const people = await readLinkPeople(read, scope, gate.settings)
  if (!people.length) return null
  return {
    dueAt: gate.settings.dueAt,
    people: people.map(({ id, names, state, filler }) => ({ id, names, state, filler })),
  }
}

/**
 * Everything the form's page says, until all is destroyed: what was written can be withdrawn as long. Null where nobody
 * is asked. Of what was written it knows the end of a number.
 */
export async function readGuestForm(
  read: Reader,
  keyring: Keyring | null,
  scope: GuestScope,
  { attendeeId, now }: { attendeeId: string | null; now: Date },
) {
  const gate = await readGate(read, scope.eventId)
  const { event, settings, purgeAt } = gate
  if (!settings || !purgeAt || now > purgeAt) return null
  const people = await readLinkPeople(read, scope, settings)
  const person = attendeeId ? people.find(({ id }) => id === attendeeId) : people[0]
  const takesForms = isGateOpen(gate, { now })
  if (!person || (!takesForms && !person.savedAt)) return null
  const opened = await openDataKey(read, keyring, scope.eventId)
  const content =
    person.sealed && opened.ok
      ? unsealJson<ClearanceContent>(opened.key, person.sealed, places.form(scope.eventId, person.id))
      : null
  return {
    event: { name: event.name, slug: event.slug, zone: event.zone, office: event.office },
    contact: contactOf(gate),
    asked: settings.asked,
    dueAt: settings.dueAt,
    purgeAt,
    days: daysOf(gate, settings),
    takesForms,
    hasKey: opened.ok,
    person: {
      id: person.id,
      names: person.names,
      state: person.state,
      filler: person.filler,
      savedAt: person.savedAt,
    },
    kept: content && { kind: content.documentKind, number: maskedNumber(content.documentNumber) },
    others: people.filter(({ id }) => id !== person.id).map(({ id, names, state }) => ({ id, names, state })),
  }
}

type Gate = Awaited<ReturnType<typeof readGate>>

/** Whom one asks about it: the clearance contact, else the event's, else the office. */
function contactOf({ event, settings }: Gate) {
  const { contact } = settings?.contact.email || settings?.contact.phone ? settings : event
  const address = contact.email || event.office.replyTo || event.office.address
  return { name: contact.name, email: address, phone: contact.phone }
}

/** When the parts are that ask for clearance: from the first's beginning to the last's end. */
export function daysOf({ parts }: Pick<Gate, 'parts'>, { partIds }: Pick<ClearanceSettings, 'partIds'>) {
  const asking = parts.filter(({ id }) => partIds.includes(id))
  return {
    from: new Date(Math.min(...asking.map(({ startsAt }) => startsAt.getTime()))),
    to: new Date(Math.max(...asking.map(({ endsAt }) => endsAt.getTime()))),
  }
}
