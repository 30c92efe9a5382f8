import type { EventScope } from '../../app/accounts/scope.server.ts'
import { type Audience, usualAudience } from '../../app/invitations/audience.ts'
import { defaultTexts } from '../../app/invitations/default-text.ts'
import { invitePersons } from '../../app/invitations/invite.server.ts'
import { inviteOrganisations } from '../../app/invitations/invite-organisations.server.ts'
import { createMailing } from '../../app/invitations/mailing.server.ts'
import { prepareMailing } from '../../app/invitations/prepare.server.ts'
import { approveMailing, sendMailing } from '../../app/invitations/send.server.ts'
import type { Site } from '../../app/invitations/token.server.ts'
import type { Delivery } from '../../app/mail/transport.server.ts'
import type { Database, Tx } from '../client.server.ts'
import type { DemoDays } from './days.server.ts'
import { addressOf, type DemoDirectory } from './directory.server.ts'
import { granted } from './granted.server.ts'
import { organisations } from './organisations.server.ts'
import type { DemoPerson } from './persons/person.server.ts'
import { delegations, persons } from './persons.server.ts'
import { deliverAll } from './post.server.ts'
import type { DemoParts } from './programme.server.ts'

/** What the verbs about guests of the demo work with. */
export type DemoGuests = {
  scope: EventScope
  parts: DemoParts
  directory: DemoDirectory
  site: Site
  days: DemoDays
}

/** Invites everybody and sends the letters; two persons came to mind later and have not been written to. */
export async function buildInvitations(database: Database, guests: DemoGuests): Promise<void> {
  const { scope, days } = guests
  await database.write(async (tx) => {
    const first = persons.filter(({ isLate }) => !isLate)
    await invite(tx, guests, { people: first, now: days.ago(27, '10:15') })
    granted(
      await inviteOrganisations(tx, scope, {
        organisations: delegations.map(({ organisation, seats, alternates }) => ({
          id: guests.directory.organisations.get(organisation) ?? '',
          ...{ seats, alternates },
        })),
        ...{ partIds: [guests.parts.meeting], policy: 'substitute', secret: guests.site.secret },
        now: days.ago(27, '10:40'),
      }),
    )
  })
  await sendSaveTheDate(database, guests)
  await sendInvitations(database, guests)
  const late = persons.filter(({ isLate }) => isLate)
  await database.write((tx) => invite(tx, guests, { people: late, now: days.ago(2, '14:20') }))
}

async function invite(
  tx: Tx,
  { scope, parts, directory, site }: DemoGuests,
  { people, now }: { people: readonly DemoPerson[]; now: Date },
): Promise<void> {
  const meeting = [parts.meeting]
  const visit = [parts.meeting, parts.visit]
  for (const policy of ['bound', 'substitute'] as const) {
    const theirs = people.filter(({ substitute }) => (substitute ? 'substitute' : 'bound') === policy)
    const groups = [
      { partIds: visit, some: theirs.filter(isInvitedToVisit) },
      { partIds: meeting, some: theirs.filter((person) => !isInvitedToVisit(person)) },
    ]
    for (const { partIds, some } of groups) {
      const personIds = some.map(({ key }) => directory.persons.get(key) ?? '')
      if (personIds.length)
        granted(await invitePersons(tx, scope, { policy, secret: site.secret, now, personIds, partIds }))
    }
  }
}

/** Whoever pays for workshops or plans with them is asked to see some. */
export function isInvitedToVisit({ organisation, reply }: DemoPerson): boolean {
  const kind = organisations.find(({ key }) => key === organisation)?.kind ?? 'other'
  return reply.visit !== undefined || ['ministry', 'donor', 'embassy', 'un_agency'].includes(kind)
}

/** The date, some days before there was anything to answer. */
async function sendSaveTheDate(database: Database, guests: DemoGuests): Promise<void> {
  const { scope, days } = guests
  const audience = usualAudience('save_the_date')
  const mailingId = await prepare(database, guests, { kind: 'save_the_date', audience, daysAgo: 26 })
  await database.write(async (tx) => {
    granted(await approveMailing(tx, scope, { mailingId, now: days.ago(26, '12:30') }))
    granted(await sendMailing(tx, scope, { mailingId, now: days.ago(26, '12:40') }))
  })
  await deliverAll(database, { at: days.ago(26, '12:42') })
}

async function sendInvitations(database: Database, guests: DemoGuests): Promise<void> {
  const { scope, days } = guests
  const audience = { who: 'unwritten' } as const
  const mailingId = await prepare(database, guests, { kind: 'invitation', audience, daysAgo: 20 })
  await database.write(async (tx) => {
    granted(await approveMailing(tx, scope, { mailingId, now: days.ago(20, '13:45') }))
    granted(await sendMailing(tx, scope, { mailingId, now: days.ago(20, '14:00') }))
  })
  const outcomes = Object.fromEntries(
    persons.flatMap((person) => (person.mail ? [[addressOf(person), trouble[person.mail]]] : [])),
  )
  await deliverAll(database, { at: days.ago(20, '14:02'), outcomes })
}

const trouble: Record<NonNullable<DemoPerson['mail']>, Delivery> = {
  failed: { outcome: 'failed', response: '550 5.1.1 Recipient address rejected: user unknown' },
  unknown: { outcome: 'unknown', response: 'Connection closed before the server answered' },
}

/** A reminder three days before the deadline, to whoever has not answered by then, waits for somebody's approval. */
export async function buildReminder(database: Database, { scope, parts, days }: DemoGuests): Promise<void> {
  const schedule = { from: 'partDeadline' as const, partId: parts.meeting, days: -3, time: '09:00' }
  const audience = { ...usualAudience('reminder'), partId: parts.meeting }
  const content = { name: 'Reminder before the deadline', audience, schedule, ...defaultTexts('reminder') }
  const begun = { kind: 'reminder' as const, content, now: days.ago(1, '11:05') }
  granted(await database.write((tx) => createMailing(tx, scope, begun)))
}

const names = { save_the_date: 'Save the date', invitation: 'Invitation' } as const

async function prepare(
  database: Database,
  { scope, site, days }: DemoGuests,
  { kind, audience, daysAgo }: { kind: keyof typeof names; audience: Audience; daysAgo: number },
): Promise<string> {
  const content = { name: names[kind], audience, ...defaultTexts(kind) }
  const begun = { kind, content, now: days.ago(daysAgo, '09:20') }
  const mailing = granted(await database.write((tx) => createMailing(tx, scope, begun)))
  granted(
    await prepareMailing(database, scope, { mailingId: mailing.id, site, now: days.ago(daysAgo, '11:05') }),
  )
  return mailing.id
}
