import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { mailboxAddress } from '#app/mail/envelope.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { personEmails } from '#db/schema/directory.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest } from '#tests/support/guests.ts'
import { inboxOf, receive, site, withEntry } from '#tests/support/inbox.ts'
import { bounceReport, complaint, gmailReply, proseBounce, writtenMail } from '#tests/support/mime.ts'

/** A guest with a mail of ours that has left. */
async function aReader(database: Database) {
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  await withEntry(database, event, guest)
  const [message] = await database.write((tx) =>
    tx.update(messages).set({ state: 'sent' }).where(eq(messages.invitationId, guest.id)).returning(),
  )
  await database.write((tx) =>
    tx.insert(personEmails).values({
      ...{ id: newId(), officeId: event.officeId, personId: guest.personId, rank: 0 },
      ...{ address: 'Ali@guest.example', addressKey: 'ali@guest.example' },
    }),
  )
  const { id = '', messageId = '' } = message ?? {}
  return {
    event,
    guest,
    messageId,
    id,
    to: mailboxAddress(site.mailbox, { purpose: 'bounce', id, secret: site.secret }),
  }
}

async function fate(database: Database) {
  const [message] = await database.read.select().from(messages)
  const [address] = await database.read.select().from(personEmails)
  return [message?.state, address?.isFailing]
}

test('a mail that comes back marks its message and its address, once', async () => {
  const database = await testDatabase()
  const { to } = await aReader(database)
  // Forwarded on the way: the report names an address we never wrote to.
  const raw = bounceReport({ to, recipient: 'elsewhere@far.example' })
  expect([await receive(database, raw), await receive(database, raw)]).toEqual(['bounce', 'known'])
  expect(await fate(database)).toEqual(['bounced', true])
  expect(await inboxOf(database)).toEqual(['bounce recorded hard'])
})

test('a report that only bears our Message-ID is believed, one that only names an address is not', async () => {
  const database = await testDatabase()
  const { messageId, guest } = await aReader(database)
  const report = { to: 'events@majlis.example', recipient: 'ali@guest.example' }
  await receive(database, bounceReport(report))
  expect([await inboxOf(database), await fate(database)]).toEqual([
    ['bounce waiting unproven'],
    ['sent', false],
  ])
  const [kept] = await database.read.select().from(inboxMails)
  expect(kept?.invitationId).toBe(guest.id)
  await receive(database, proseBounce({ ...report, messageId }))
  expect(await fate(database)).toEqual(['bounced', true])
})

test('a full mailbox brings the mail back but leaves the address; a delay changes nothing', async () => {
  const database = await testDatabase()
  const { to } = await aReader(database)
  const report = { to, recipient: 'ali@guest.example' }
  await receive(database, bounceReport({ ...report, action: 'delayed', status: '4.4.1' }))
  expect([await inboxOf(database), await fate(database)]).toEqual([
    ['bounce ignored delayed'],
    ['sent', false],
  ])
  await receive(database, bounceReport({ ...report, status: '5.2.2', diagnostic: 'smtp; 552 mailbox full' }))
  expect(await fate(database)).toEqual(['bounced', false])
})

test('who complains is written to no more', async () => {
  const database = await testDatabase()
  const { messageId } = await aReader(database)
  await receive(
    database,
    complaint({ to: 'abuse@majlis.example', recipient: 'ali@guest.example', messageId }),
  )
  expect([await inboxOf(database), await fate(database)]).toEqual([
    ['complaint recorded complaint'],
    ['sent', true],
  ])
})

test('other mail waits at its event: by what it answers, by who wrote it, or for the office', async () => {
  const database = await testDatabase()
  const { event, guest, messageId, id } = await aReader(database)
  const answering = { from: 'assistant@far.example', headers: [`In-Reply-To: ${messageId}`] }
  await receive(database, writtenMail(answering))
  await receive(database, writtenMail({ from: 'Ali@guest.example' }))
  await receive(database, writtenMail({ from: 'stranger@far.example', text: 'Who <b>are</b> you?\u0007' }))
  await receive(
    database,
    writtenMail({ headers: ['Auto-Submitted: auto-replied', `References: ${messageId}`] }),
  )
  const rows = await database.read.select().from(inboxMails).orderBy(inboxMails.id)
  expect(
    rows.map(({ state, eventId, invitationId, messageId: answered }) => [
      state,
      eventId,
      invitationId,
      answered,
    ]),
  ).toEqual([
    ['waiting', event.id, guest.id, id],
    ['waiting', event.id, guest.id, null],
    ['waiting', null, null, null],
    ['ignored', event.id, guest.id, id],
  ])
  expect(rows[2]).toMatchObject({ officeId: event.officeId, text: 'Who <b>are</b> you?', reason: 'mail' })
})

test('a mail of ours that comes back round is let go', async () => {
  const database = await testDatabase()
  const { messageId } = await aReader(database)
  expect(await receive(database, writtenMail({ messageId }))).toBe('own')
  expect(await inboxOf(database)).toEqual([])
})

test('ten copies taken in at once are one', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const entry = await withEntry(database, event, guest)
  const raw = gmailReply({
    ...entry,
    headers: ['Authentication-Results: mx.majlis.example; dmarc=pass header.from=guest.example'],
  })
  await Promise.all(Array.from({ length: 10 }, () => receive(database, raw)))
  expect(await inboxOf(database)).toEqual(['reply recorded recorded'])
})
