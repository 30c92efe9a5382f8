import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findEventScope } from '#app/accounts/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { createMailing, editMailing } from '#app/invitations/mailing.server.ts'
import { editMessage, resendMessage, rewriteMessage } from '#app/invitations/message.server.ts'
import { prepareMailing } from '#app/invitations/prepare.server.ts'
import { readPreviewGuest, sendTest, testMail } from '#app/invitations/preview.server.ts'
import { readMailing } from '#app/invitations/read.server.ts'
import { approveSchedule } from '#app/invitations/schedule.server.ts'
import { approveMailing } from '#app/invitations/send.server.ts'
import { actOnMessages } from '#app/mail/outbox.server.ts'
import { readCopies, readMessagesTo } from '#app/mail/read.server.ts'
import type { OutboxAction } from '#app/mail/rules.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, site } from '#tests/support/guests.ts'
import { aLetter } from '#tests/support/invitations.ts'
import { aSink, later, sendAll } from '#tests/support/mail.ts'

/** An office that wants a second person, with three organisers and an event with two guests. */
async function guarded() {
  const database = await testDatabase()
  const event = await anEvent(database)
  await database.write((tx) => tx.update(offices).set({ needsSecondPerson: true }))
  const guests = [
    await aGuest(database, event, { name: 'Ali Hassan', email: 'ali@guest.example', state: 'draft' }),
    await aGuest(database, event, { name: 'Noor Karim', email: 'noor@guest.example', state: 'draft' }),
  ]
  const organiser = async (name: string) => {
    const { userId } = await aMember(database, event.officeId, {
      email: `${name}@majlis.example`,
      role: 'organiser',
      hasPassword: false,
    })
    const scope = await findEventScope(database.read, userId, event.slug, 'mail.send')
    if (!scope) throw new Error('No scope')
    return scope
  }
  const [author, editor, third] = [
    await organiser('author'),
    await organiser('editor'),
    await organiser('third'),
  ]
  const made = await database.write((tx) =>
    createMailing(tx, author, { kind: 'invitation', content: aLetter(), now }),
  )
  if (!made.ok) throw new Error(made.reason)
  return { database, event, guests, author, editor, third, mailingId: made.id }
}

type Scope = Awaited<ReturnType<typeof guarded>>['author']

function act(database: Database, scope: Scope, action: OutboxAction, ids: string[]) {
  return database.write((tx) => actOnMessages(tx, scope, { action, chosen: { ids }, now }))
}

const readAll = (database: Database) => database.read.select().from(messages).orderBy(messages.id)
const statesOf = async (database: Database) => (await readAll(database)).map(({ state }) => state)

test('neither who began a letter nor who last changed it approves it, by no way', async () => {
  const { database, event, author, editor, third, mailingId } = await guarded()
  const content = aLetter({ subject: { en: 'Changed' } })
  await database.write((tx) => editMailing(tx, editor, { mailingId, content, seen: ['en'], now }))
  await prepareMailing(database, author, { mailingId, site, now })
  const ids = (await readAll(database)).map(({ id }) => id)
  for (const scope of [author, editor, event.scope]) {
    expect(await database.write((tx) => approveMailing(tx, scope, { mailingId, now }))).toEqual({
      ok: false,
      reason: 'secondPerson',
    })
    expect(await act(database, scope, 'approve', ids)).toBe(0)
    expect(await act(database, scope, 'queue', ids)).toBe(0)
  }
  expect(await statesOf(database)).toEqual(['draft', 'draft'])
  expect(await database.write((tx) => approveMailing(tx, third, { mailingId, now }))).toEqual({
    ok: true,
    approved: 2,
  })
  const [mailing] = await database.read.select().from(mailings)
  expect(mailing).toMatchObject({ approvedBy: third.actor.id, state: 'approved' })
  // What is approved may be sent by anyone.
  expect(await act(database, author, 'queue', ids)).toBe(2)
})

test('a schedule needs the second person too', async () => {
  const { database, author, third, mailingId } = await guarded()
  const schedule = { from: 'clock' as const, at: '2026-12-01T09:00' }
  const content = aLetter({ schedule })
  await database.write((tx) => editMailing(tx, author, { mailingId, content, seen: ['en'], now }))
  expect(await database.write((tx) => approveSchedule(tx, author, { mailingId, now }))).toEqual({
    ok: false,
    reason: 'secondPerson',
  })
  expect(await database.write((tx) => approveSchedule(tx, third, { mailingId, now }))).toMatchObject({
    ok: true,
  })
})

test('one message is held, changed for its reader, approved anew and released', async () => {
  const { database, author, third, mailingId, guests } = await guarded()
  await prepareMailing(database, author, { mailingId, site, now })
  await database.write((tx) => approveMailing(tx, third, { mailingId, now }))
  const [first] = (await readAll(database)).filter(({ invitationId }) => invitationId === guests[0]?.id)
  const messageId = first?.id ?? ''
  expect(await act(database, author, 'hold', [messageId])).toBe(1)
  const words = { subject: 'For you, {{ guest.name }}', body: 'Dear {{ guest.name }},\n\n{{ answer.link }}' }
  const change = { messageId, ...words, site, now }
  const written = await rewriteMessage(database.read, author, change)
  if (!written.ok) throw new Error(written.reason)
  expect(written.letter.subject).toBe('For you, Ali Hassan')
  expect(
    await database.write((tx) => editMessage(tx, author, { ...change, letter: written.letter })),
  ).toEqual({ ok: true })
  const [edited] = await database.read.select().from(messages).where(eq(messages.id, messageId))
  expect(edited).toMatchObject({ state: 'draft', edited: { ...words, by: author.actor.id } })
  expect(edited?.text).toContain(`/r/${guests[0]?.token}`)
  expect(await act(database, author, 'approve', [messageId])).toBe(0)
  expect(await act(database, third, 'approve', [messageId])).toBe(1)
  expect((await readMessagesTo(database.read, author, guests[0]?.id ?? ''))[0]).toMatchObject({
    isEdited: true,
  })

  const link = `https://majlis.example/r/${guests[1]?.token}`
  expect(await rewriteMessage(database.read, author, { ...change, body: link })).toEqual({
    ok: false,
    reason: 'privateLink',
  })
  expect(await rewriteMessage(database.read, author, { ...change, body: '{{ nobody }}' })).toMatchObject({
    ok: false,
    reason: 'badText',
  })
})

test('a held message goes on from where it stood', async () => {
  const { database, author, third, mailingId } = await guarded()
  await prepareMailing(database, author, { mailingId, site, now })
  await database.write((tx) => approveMailing(tx, third, { mailingId, now }))
  const ids = (await readAll(database)).map(({ id }) => id)
  expect(await act(database, author, 'hold', ids.slice(0, 1))).toBe(1)
  expect(await act(database, author, 'queue', ids)).toBe(1)
  expect(await statesOf(database)).toEqual(['held', 'queued'])
  // Its mailing has not been sent as a whole, so it waits with it.
  expect(await act(database, author, 'release', ids)).toBe(1)
  expect(await statesOf(database)).toEqual(['approved', 'queued'])
  await act(database, author, 'hold', ids)
  await database.write((tx) => tx.update(mailings).set({ state: 'sent' }))
  expect(await act(database, author, 'release', ids)).toBe(2)
  expect(await statesOf(database)).toEqual(['queued', 'queued'])
})

test('a message that has left goes once more under a name of its own, however often the button is pressed', async () => {
  const { database, author, third, mailingId, guests } = await guarded()
  await prepareMailing(database, author, { mailingId, site, now })
  const messageId = (await readAll(database))[0]?.id ?? ''
  const resend = (given: Partial<Parameters<typeof resendMessage>[2]> = {}) =>
    database.write((tx) =>
      resendMessage(tx, author, { id: newId(), messageId, line: 'Here it is again.', site, now, ...given }),
    )
  expect(await resend()).toEqual({ ok: false, reason: 'notSent' })
  await database.write((tx) => approveMailing(tx, third, { mailingId, now }))
  await act(database, author, 'queue', [messageId])
  const sink = await aSink()
  await sendAll({ database, sink, at: later(1) })
  const id = newId()
  expect(await Promise.all([resend({ id }), resend({ id })])).toEqual([{ ok: true }, { ok: true }])
  const copies = await readCopies(database.read, author, messageId)
  expect(copies).toHaveLength(1)
  const rows = await readAll(database)
  const [original, copy] = [messageId, copies[0]?.id].map((one) => rows.find((row) => row.id === one))
  expect(copy).toMatchObject({ copyOf: messageId, state: 'queued', subject: original?.subject })
  expect(copy?.messageId).not.toBe(original?.messageId)
  expect(copy?.text).toBe(`Here it is again.\n\n${original?.text}`)
  expect(copy?.html).toMatch(/<p class="soft"[^>]*>IOM Iraq<\/p>\n<p [^>]*>Here it is again\.<\/p>\n/)
  expect(await resend({ line: `https://x.example/r/${guests[1]?.token}` })).toEqual({
    ok: false,
    reason: 'privateLink',
  })
})

test('a test goes once for each form, with a link that leads to nobody', async () => {
  const { database, author, mailingId } = await guarded()
  const mailing = await readMailing(database.read, author, mailingId)
  const facts = await readEventFacts(database.read, author.eventId)
  const guest = await readPreviewGuest(database.read, author, facts, 'sample:en')
  if (!mailing) throw new Error('No mailing')
  const to = { name: 'Noor', email: 'noor@majlis.example', language: 'en' as const }
  const mail = testMail({ id: newId(), mailing, facts, guest, to, appUrl: site.appUrl, now })
  if (!mail) throw new Error('No mail')
  const send = () => database.write((tx) => sendTest(tx, author, { mailingId, mail, now }))
  await Promise.all([send(), send()])
  const rows = await readAll(database)
  expect(rows.map(({ kind, mailingId }) => [kind, mailingId])).toEqual([['test', null]])
  expect(rows[0]?.text).toContain('https://majlis.example/r/example')
})
