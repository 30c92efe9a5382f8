import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { submitSubstitute } from '#app/answers/submit-people.server.ts'
import { countAudience } from '#app/invitations/audience.server.ts'
import { prepareMailing } from '#app/invitations/prepare.server.ts'
import { stopReminders } from '#app/invitations/reminders.server.ts'
import { approveMailing, sendMailing } from '#app/invitations/send.server.ts'
import { newId } from '#db/id.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'
import { aMailing } from '#tests/support/invitations.ts'
import { aSink, later, sendAll } from '#tests/support/mail.ts'

const person = {
  ...{ latin: 'Amina Warsame', arabic: '', honorific: '', position: '' },
  ...{ email: 'amina@guest.example', phone: '', language: '' as const },
}

test('a reminder that was queued goes only to those who still have not answered when it is sent', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const named = (name: string, policy: 'bound' | 'substitute' = 'bound') =>
    aGuest(database, event, { name, email: `${name}@guest.example`, policy })
  const [answering, stopping] = [await named('answering'), await named('stopping')]
  const proposing = await named('proposing', 'substitute')
  await named('silent')
  const ministry = await anInstitution(database, event, { email: 'office@ministry.example' })
  const { id: mailingId } = await aMailing(database, event, {
    kind: 'reminder',
    audience: { who: 'unanswered', partId: event.meeting.id },
  })
  expect(await prepareMailing(database, event.scope, { mailingId, site, now })).toEqual({
    ok: true,
    prepared: 5,
  })
  await database.write((tx) => approveMailing(tx, event.scope, { mailingId, now }))
  await database.write((tx) => sendMailing(tx, event.scope, { mailingId, now }))

  const given = anAnswer(event.meeting.id, 'declined')
  await submitAnswer(database, answering.scope, { given, site, now })
  await submitAnswer(database, ministry.scope, { given: { ...given, requestId: null, names: [] }, site, now })
  await database.write((tx) =>
    stopReminders(tx, event.scope, { invitationIds: [stopping.id], isStopped: true, now }),
  )
  // Whoever has proposed somebody to come instead waits for the organiser's word.
  await submitSubstitute(database, proposing.scope, { id: newId(), person, language: 'en', site, now })
  const another = { id: newId(), kind: 'reminder', audience: { who: 'unanswered' } } as const
  expect(await countAudience(database.read, event.scope, another)).toMatchObject({ total: 2, reachable: 1 })
  const sink = await aSink()
  await sendAll({ database, sink, at: later(1) })

  const reminders = await database.read
    .select({ to: messages.to, state: messages.state })
    .from(messages)
    .where(eq(messages.kind, 'reminder'))
  expect(Object.fromEntries(reminders.map(({ to, state }) => [to.address, state]))).toEqual({
    'answering@guest.example': 'withdrawn',
    'stopping@guest.example': 'withdrawn',
    'proposing@guest.example': 'withdrawn',
    'silent@guest.example': 'sent',
    'office@ministry.example': 'withdrawn',
  })
  const reminded = sink.received.filter(({ raw }) => raw.includes('Invitation: CRP partner meeting'))
  expect(reminded.flatMap(({ to }) => to)).toEqual(['silent@guest.example'])
})

test('whoever wants no reminders is left out of them, with the reason, and of nothing else', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const foreign = await aGuest(database, await anEvent(database))
  const guest = await aGuest(database, event)
  await aGuest(database, event, { name: 'Noor', email: 'noor@guest.example' })
  const stop = (isStopped: boolean) =>
    database.write((tx) =>
      stopReminders(tx, event.scope, { invitationIds: [guest.id, foreign.id], isStopped, now }),
    )
  expect([await stop(true), await stop(true)]).toEqual([1, 0])
  const count = (kind: 'reminder' | 'announcement') =>
    countAudience(database.read, event.scope, { id: 'none', kind, audience: { who: 'all' } })
  expect(await count('reminder')).toMatchObject({
    total: 2,
    reachable: 1,
    leftOut: [{ reason: 'stopped', count: 1 }],
  })
  expect(await count('announcement')).toMatchObject({ total: 2, reachable: 2, leftOut: [] })
  expect(await stop(false)).toBe(1)
  expect(await count('reminder')).toMatchObject({ reachable: 2 })
})
