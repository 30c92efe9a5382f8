import { submitAnswer } from '#app/answers/submit.server.ts'
import { freshKeyRow } from '#app/clearance/data-key.server.ts'
import { submitClearance } from '#app/clearance/fill.server.ts'
import { type ClearanceContent, usualColumns } from '#app/clearance/rules.ts'
import { openKeyring } from '#app/clearance/seal.server.ts'
import { type SettingsContent, saveClearanceSettings } from '#app/clearance/settings.server.ts'
import type { Database } from '#db/client.server.ts'
import { type anEvent, now } from './builders.ts'
import { aGuest, anAnswer, site } from './guests.ts'

export const clearanceKey = Buffer.alloc(32, 7).toString('base64')
export const otherKey = Buffer.alloc(32, 9).toString('base64')
export const keyring = openKeyring({ CLEARANCE_KEY: clearanceKey })
if (!keyring) throw new Error('No keyring')

type Event = Awaited<ReturnType<typeof anEvent>>

/** Everything the gate may ask, of those who come to the meeting; the list in Arabic and English. */
export function settingsContent(event: Event, given: Partial<SettingsContent> = {}): SettingsContent {
  return {
    isOn: true,
    partIds: [event.meeting.id],
    asked: ['vehicle', 'driver', 'arrival'],
    dueAt: new Date('2026-12-12T06:00:00Z'),
    institutionFills: true,
    columns: [...usualColumns],
    languages: ['ar', 'en'],
    purgeDays: 7,
    contact: { name: 'Gate office', email: 'gate@majlis.example', phone: '' },
    ...given,
  }
}

/** Clearance switched on for this event. */
export async function aGate(database: Database, event: Event, given: Partial<SettingsContent> = {}) {
  const content = settingsContent(event, given)
  const keyRow = keyring && freshKeyRow(keyring, event.id, now)
  const saved = await database.write((tx) => saveClearanceSettings(tx, event.scope, { content, keyRow, now }))
  if (!saved.ok) throw new Error(saved.reason)
}

export function clearanceContent(given: Partial<ClearanceContent> = {}): ClearanceContent {
  return {
    latinName: 'Ali Hassan Mahmoud',
    arabicName: 'علي حسن محمود الجبوري',
    documentKind: 'national_id',
    documentNumber: '199012345678',
    nationality: 'IQ',
    birthOn: '',
    plate: '22 أ 48213 أربيل',
    make: 'Toyota Land Cruiser',
    colour: 'White',
    driverName: 'Karwan Ahmed',
    driverDocument: 'D-778812',
    arrivesOn: '2026-12-14',
    arrivesFrom: '08:30',
    arrivesTo: '09:00',
    ...given,
  }
}

/** Somebody invited who has said that they come. */
export async function aComingGuest(database: Database, event: Event, name = 'Ali Hassan') {
  const guest = await aGuest(database, event, { name })
  const given = anAnswer(event.meeting.id, 'accepted')
  const answered = await submitAnswer(database, guest.scope, { given, site, now })
  if (!answered.ok) throw new Error(answered.reason)
  return guest
}

/** Somebody who comes and has filled the gate's form. */
export async function aClearedGuest(
  database: Database,
  event: Event,
  given: Partial<ClearanceContent> & { name?: string } = {},
) {
  const { name, ...content } = given
  const guest = await aComingGuest(database, event, name)
  await fill(database, guest, content)
  return guest
}

type Guest = Pick<Awaited<ReturnType<typeof aGuest>>, 'scope' | 'attendeeId'>

export async function fill(database: Database, guest: Guest, content: Partial<ClearanceContent> = {}) {
  const { scope, attendeeId } = guest
  const given = { attendeeId, content: clearanceContent(content), now }
  const sent = await submitClearance(database, keyring, scope, given)
  if (!sent.ok) throw new Error(sent.reason)
}
