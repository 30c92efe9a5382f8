import { and, asc, eq } from 'drizzle-orm'
import { findInvitationByToken } from '../../app/answers/scope.server.ts'
import { freshKeyRow } from '../../app/clearance/data-key.server.ts'
import { submitClearance } from '../../app/clearance/fill.server.ts'
import { makeList } from '../../app/clearance/list.server.ts'
import { type ClearanceContent, usualColumns } from '../../app/clearance/rules.ts'
import { openKeyring } from '../../app/clearance/seal.server.ts'
import { saveClearanceSettings } from '../../app/clearance/settings.server.ts'
import { assignRole } from '../../app/events/roles.server.ts'
import { answerToken } from '../../app/invitations/token.server.ts'
import type { Database } from '../client.server.ts'
import { attendances, attendees, invitations } from '../schema/invitations.server.ts'
import { event } from './event.server.ts'
import { granted } from './granted.server.ts'
import type { DemoGuests } from './invitations.server.ts'
import { organiser } from './office.server.ts'

/** The gate of the conference centre wants to know who comes; before anybody has answered. */
export async function openGate(
  database: Database,
  { scope, parts, days }: DemoGuests,
  clearanceKey: string,
): Promise<void> {
  const now = days.ago(27, '09:40')
  const keyring = openKeyring({ CLEARANCE_KEY: clearanceKey })
  const keyRow = keyring && freshKeyRow(keyring, scope.eventId, now)
  const { name, email, phone } = event.contact
  const content = {
    isOn: true,
    partIds: [parts.meeting, parts.visit],
    asked: ['vehicle' as const, 'driver' as const, 'arrival' as const],
    dueAt: new Date(days.at(days.meeting, '09:00').getTime() - 2 * 86_400_000),
    institutionFills: true,
    columns: [...usualColumns],
    languages: ['ar' as const, 'en' as const],
    purgeDays: 7,
    contact: { name, email, phone },
  }
  granted(await database.write((tx) => saveClearanceSettings(tx, scope, { content, keyRow, now })))
  // Whoever looks at the demo may look at this, too; a real organiser has to be given the role, and that is on record.
  const role = { email: organiser.email, role: 'clearance_officer' as const, now }
  granted(await database.write((tx) => assignRole(tx, scope, role)))
}

/** Numbers, plates and drivers that nobody has. */
const fictitious: Partial<ClearanceContent>[] = [
  {
    documentKind: 'national_id',
    documentNumber: '190000000017',
    plate: '00 أ 10017',
    make: 'تويوتا لاندكروزر',
    colour: 'أبيض',
  },
  { documentKind: 'passport', documentNumber: 'X0000018', arrivesFrom: '08:15', arrivesTo: '08:45' },
  {
    documentKind: 'un_laissez_passer',
    documentNumber: 'UN0000019',
    plate: 'UN 0019',
    make: 'Nissan Patrol',
    colour: 'white',
    driverName: 'Karzan Demo',
    driverDocument: 'UN-0119',
  },
  {
    documentKind: 'passport',
    documentNumber: 'X0000020',
    plate: 'CD 00-0020',
    make: 'Toyota Land Cruiser',
    colour: 'black',
  },
  { documentKind: 'national_id', documentNumber: '190000000021', arrivesFrom: '08:30' },
  { documentKind: 'other', documentNumber: 'D-000022' },
]

/** Some of those who come have filled the gate's form, and the first list has been made of them. */
export async function fillForms(
  database: Database,
  { scope, parts, site, days }: DemoGuests,
  clearanceKey: string,
): Promise<void> {
  const keyring = openKeyring({ CLEARANCE_KEY: clearanceKey })
  const coming = await database.read
    .select({
      id: attendees.id,
      names: attendees.names,
      invitationId: invitations.id,
      version: invitations.tokenVersion,
    })
    .from(attendees)
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
    .where(
      and(
        eq(attendees.eventId, scope.eventId),
        eq(attendees.source, 'invitation'),
        eq(attendances.partId, parts.meeting),
        eq(attendances.status, 'accepted'),
      ),
    )
    .orderBy(asc(attendees.sortKey))
    .limit(fictitious.length)
  for (const [index, { id, names, invitationId, version }] of coming.entries()) {
    const link = await findInvitationByToken(database.read, answerToken(site.secret, invitationId, version))
    if (!link) throw new Error('A link of the demo leads nowhere')
    const content = {
      ...empty,
      ...fictitious[index],
      ...{ latinName: names.latin?.full ?? '', arabicName: names.arabic?.full ?? '' },
      arrivesOn: fictitious[index]?.arrivesFrom ? days.meeting : '',
    }
    const now = days.ago(1, `1${index}:20`)
    granted(await submitClearance(database, keyring, link, { attendeeId: id, content, now }))
  }
  granted(await makeList(database, keyring, scope, { now: days.ago(0, '') }))
}

const empty: ClearanceContent = {
  ...{
    latinName: '',
    arabicName: '',
    documentKind: 'passport',
    documentNumber: '',
    nationality: 'IQ',
    birthOn: '',
  },
  ...{ plate: '', make: '', colour: '', driverName: '', driverDocument: '' },
  ...{ arrivesOn: '', arrivesFrom: '', arrivesTo: '' },
}
