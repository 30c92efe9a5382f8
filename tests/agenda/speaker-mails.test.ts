import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { countDeclinedRoles } from '#app/agenda/speakers.server.ts'
import { submitSpeakerRequests } from '#app/answers/ask-speakers.server.ts'
import { remindSpeakers, setSpeakerReminder } from '#app/answers/remind-speakers.server.ts'
import { saveTemplate } from '#app/invitations/texts.server.ts'
import type { Database } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { agendaItems, speakers } from '#db/schema/agenda.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { anItem } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { site } from '#tests/support/guests.ts'
import { answerAs, aPersonSpeaking } from '#tests/support/speakers.ts'

const ask = { kind: 'ask', word: { en: 'Ten minutes, please.' }, site, now } as const
/** `07:00Z` is ten o'clock in Baghdad; items are on 14 December. */
const at = (day: string, time = '07:00') => new Date(`2026-12-${day}T${time}:00Z`)

const mailsOf = (database: Database, kind: 'invitation' | 'reminder' | 'thanks') =>
  database.read.select().from(messages).where(eq(messages.kind, kind))

test('speakers are asked, reminded and thanked in the words of office and event, and in ours where they write none', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aPersonSpeaking(database, event, await anItem(database, event))
  const own = {
    subject: { en: 'Honoured speaker: {{ guest.name }}' },
    body: { en: 'To {{ guest.position }}, {{ event.date }}\n\n{{ speaker.roles }}\n\n{{ speaker.word }}' },
  }
  const save = (kind: 'speaker_request' | 'speaker_reminder', texts: typeof own) =>
    database.write((tx) => saveTemplate(tx, event.scope, { kind, texts, now }))
  expect(await save('speaker_request', own)).toEqual({ ok: true })
  expect(await save('speaker_reminder', { ...own, subject: { en: 'To {{ speaker.name }}' } })).toEqual({
    ok: false,
    reason: 'badText',
  })
  await submitSpeakerRequests(database, event.scope, ask)
  const [asked] = await mailsOf(database, 'invitation')
  expect(asked?.subject).toBe('Honoured speaker: Noor Hassan')
  expect(asked?.text).toContain('To Director General, Monday, 14 December 2026\n\nNeeds today\nSpeaker · ')
  expect(asked?.text).toContain('From the organisers:\nTen minutes, please.')

  await submitSpeakerRequests(database, event.scope, { ...ask, kind: 'remind', word: {} })
  const [reminder] = await mailsOf(database, 'reminder')
  expect(reminder?.subject).toMatch(/^Reminder: your part in /)
  expect(reminder?.text).not.toContain('From the organisers')

  await answerAs(database, event, 'confirmed')
  const thank = (when: Date) =>
    submitSpeakerRequests(database, event.scope, { ...ask, kind: 'thank', now: when })
  // Thanks are for what has been.
  expect(await thank(at('14', '06:30'))).toEqual({ ok: false, reason: 'nobody' })
  const both = await Promise.all([thank(at('15')), thank(at('15'))])
  expect(both.map((one) => (one.ok ? one.mailed : one.reason))).toContain(1)
  const [thanks, ...more] = await mailsOf(database, 'thanks')
  expect([thanks?.to.address, more]).toEqual(['noor@moh.example', []])
  expect(thanks?.text).toContain('Needs today')
  expect(thanks?.text).not.toContain('/s/')
  expect(thanks?.text).toContain('/u/')
})

test('who does not answer is reminded by itself once for a day, on the day that the event has set', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  await aPersonSpeaking(database, event, itemId)
  const look = (when: Date) => remindSpeakers(database, { site, now: when })
  const days = (number: number | null) =>
    database.write((tx) => setSpeakerReminder(tx, event.scope, { days: number, now }))
  await submitSpeakerRequests(database, event.scope, ask)
  expect(await look(at('07'))).toBe(0)
  await days(7)
  expect(await look(at('07', '05:59'))).toBe(0)
  expect(await look(at('08'))).toBe(0)
  const several = await Promise.all([look(at('07')), look(at('07')), look(at('07', '10:00'))])
  expect(several.sort()).toEqual([0, 0, 1])
  // By hand on that day it is the same reminder.
  const byHand = { ...ask, kind: 'remind', now: at('07', '11:00') } as const
  expect(await submitSpeakerRequests(database, event.scope, byHand)).toMatchObject({ mailed: 0 })

  // The item moves, and with it the day.
  await database.write((tx) =>
    tx
      .update(agendaItems)
      .set({ startsAt: at('16'), endsAt: at('16', '08:00') })
      .where(eq(agendaItems.id, itemId)),
  )
  expect(await look(at('09'))).toBe(1)
  await days(3)
  await answerAs(database, event, 'confirmed')
  expect(await look(at('13'))).toBe(0)
  expect(await mailsOf(database, 'reminder')).toHaveLength(2)
})

test('a reminder that waits is withdrawn once its reader has answered; who was asked just now is not reminded', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aPersonSpeaking(database, event, await anItem(database, event))
  await database.write((tx) => setSpeakerReminder(tx, event.scope, { days: 7, now }))
  await submitSpeakerRequests(database, event.scope, { ...ask, now: at('06', '20:00') })
  expect(await remindSpeakers(database, { site, now: at('07') })).toBe(0)
  await submitSpeakerRequests(database, event.scope, { ...ask, kind: 'remind' })
  await answerAs(database, event, 'declined')
  const waiting = await database.read
    .select({ kind: messages.kind })
    .from(messages)
    .where(and(eq(messages.eventId, event.id), eq(messages.state, 'withdrawn')))
  expect(waiting.map(({ kind }) => kind).sort()).toEqual(['invitation', 'reminder'])
})

test('of a decline those concerned hear once, each in their language, also when it was confirmed before', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [, asker] = [
    await aMember(database, event.officeId, { email: 'boss@ours.example', hasPassword: false }),
    await aMember(database, event.officeId, { email: 'asker@ours.example', hasPassword: false }),
  ]
  await aMember(database, event.officeId, {
    email: 'viewer@ours.example',
    role: 'viewer',
    hasPassword: false,
  })
  await database.write((tx) => tx.update(users).set({ language: 'ar' }).where(eq(users.id, asker.userId)))
  await aPersonSpeaking(database, event, await anItem(database, event))
  const notices = async () =>
    (await database.read.select().from(messages))
      .filter(({ kind }) => kind === 'notice')
      .map(({ to, subject, state }) => [to.address, subject, state])

  // Where nobody is assigned and nobody known asked, it is the whole office's.
  await submitSpeakerRequests(database, event.scope, ask)
  await Promise.all([1, 2].map(() => answerAs(database, event, 'declined')))
  const inEnglish = 'Dr Noor Hassan declines: CRP partner meeting'
  expect((await notices()).sort()).toEqual([
    ['asker@ours.example', expect.stringMatching(/^اعتذار .+ نور حسن: /u), 'queued'],
    ['boss@ours.example', inEnglish, 'queued'],
  ])
  expect(await countDeclinedRoles(database.read, event.id, now)).toBe(1)
  expect(await countDeclinedRoles(database.read, event.id, at('15'))).toBe(0)

  await answerAs(database, event, 'confirmed', { when: at('01') })
  await database.write(async (tx) => {
    await tx.update(speakers).set({ askedBy: asker.userId })
    await tx.delete(messages)
  })
  await answerAs(database, event, 'declined', { when: at('02') })
  await answerAs(database, event, 'declined', { when: at('03') })
  const [[address] = [], ...more] = await notices()
  expect([address, more]).toEqual(['asker@ours.example', []])
  const [mail] = await database.read.select().from(messages).where(eq(messages.kind, 'notice'))
  expect(mail?.text).toContain('كانت هذه المشاركة مؤكدة من قبل.')
  expect(mail?.text).toContain('On mission')
  expect(mail?.text).toContain(`/desk/events/${event.slug}/speakers`)
})
