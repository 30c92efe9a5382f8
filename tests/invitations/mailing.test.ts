import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { renewLink } from '#app/answers/link.server.ts'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { submitAnswer, submitWithdrawal } from '#app/answers/submit.server.ts'
import { countAudience, readLeftOut, readRecipients } from '#app/invitations/audience.server.ts'
import { invitePersons } from '#app/invitations/invite.server.ts'
import { inviteOrganisations } from '#app/invitations/invite-organisations.server.ts'
import { discardPrepared, editMailing, removeMailing } from '#app/invitations/mailing.server.ts'
import { prepareMailing } from '#app/invitations/prepare.server.ts'
import { readMailing, readMailingCounts } from '#app/invitations/read.server.ts'
import { approveMailing, sendMailing } from '#app/invitations/send.server.ts'
import { answerToken } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { organisations, persons } from '#db/schema/directory.server.ts'
import { events } from '#db/schema/events.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, anInstitution } from '#tests/support/guests.ts'
import {
  aLetter,
  aMailing,
  anOrganisation,
  inviting,
  secret,
  site,
  somePersons,
} from '#tests/support/invitations.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

/** An event with so many persons invited to its meeting. */
async function invited(count: number, given: Parameters<typeof somePersons>[3] = {}, state?: 'draft') {
  const database = await testDatabase()
  const event = await anEvent(database, { state })
  await more(database, event, count, given)
  return { database, event }
}

async function more(
  database: Database,
  event: Event,
  count: number,
  given: Parameters<typeof somePersons>[3] = {},
) {
  const personIds = await somePersons(database, event.officeId, count, given)
  await database.write((tx) => invitePersons(tx, event.scope, { personIds, ...inviting([event.meeting.id]) }))
}

function prepare(database: Database, event: Event, mailingId: string) {
  return prepareMailing(database, event.scope, { mailingId, site, now })
}

const approve = (database: Database, event: Event, mailingId: string) =>
  database.write((tx) => approveMailing(tx, event.scope, { mailingId, now }))
const send = (database: Database, event: Event, mailingId: string) =>
  database.write((tx) => sendMailing(tx, event.scope, { mailingId, now }))

test('a letter is prepared, approved and sent in this order only', async () => {
  const { database, event } = await invited(2)
  const { id } = await aMailing(database, event)
  expect(await approve(database, event, id)).toEqual({ ok: false, reason: 'notPrepared' })
  expect(await send(database, event, id)).toEqual({ ok: false, reason: 'notApproved' })
  expect(await prepare(database, event, id)).toEqual({ ok: true, prepared: 2 })
  expect(await send(database, event, id)).toEqual({ ok: false, reason: 'notApproved' })
  expect(await statesOf(database)).toEqual(['draft', 'draft'])
  expect(await approve(database, event, id)).toEqual({ ok: true, approved: 2 })
  expect(await approve(database, event, id)).toEqual({ ok: false, reason: 'notPrepared' })
  expect(await invitationStates(database)).toEqual(['draft', 'draft'])
  expect(await send(database, event, id)).toEqual({ ok: true, queued: 2 })
  expect(await statesOf(database)).toEqual(['queued', 'queued'])
  expect(await invitationStates(database)).toEqual(['sent', 'sent'])
  expect(await send(database, event, id)).toEqual({ ok: false, reason: 'notApproved' })
  expect(await readMailing(database.read, event.scope, id)).toMatchObject({ state: 'sent', sentAt: now })
})

test('nothing is sent for an event that guests cannot see', async () => {
  const { database, event } = await invited(1, {}, 'draft')
  const { id } = await aMailing(database, event)
  await prepare(database, event, id)
  await approve(database, event, id)
  expect(await send(database, event, id)).toEqual({ ok: false, reason: 'notPublished' })
  await database.write((tx) => tx.update(events).set({ state: 'cancelled' }).where(eq(events.id, event.id)))
  expect(await send(database, event, id)).toEqual({ ok: false, reason: 'cancelled' })
  expect(await statesOf(database)).toEqual(['approved'])
})

test('whoever has the letter gets no second, however often and at once it is prepared', async () => {
  const { database, event } = await invited(30)
  const { id } = await aMailing(database, event, { audience: { who: 'all' } })
  const results = await Promise.all([1, 2, 3].map(() => prepare(database, event, id)))
  expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, prepared: 30 }])
  expect(await prepare(database, event, id)).toEqual({ ok: false, reason: 'nobody' })
  await more(database, event, 2, { email: 'late@guest.example' })
  expect(await prepare(database, event, id)).toEqual({ ok: true, prepared: 2 })
  expect(await statesOf(database)).toHaveLength(32)
})

test('a message bears sender, address, link and facts of its guest', async () => {
  const { database, event } = await invited(1, {
    names: { latin: { full: 'Ali Hassan' } },
    honorific: 'H.E.',
    email: 'ali@guest.example',
  })
  const { id } = await aMailing(database, event, {
    body: {
      en: '{{ guest.salutation }}\n\n{{ event.date }}, {{ event.time }}, until {{ answer.deadline }}.',
    },
  })
  await prepare(database, event, id)
  const [invitation] = await database.read.select().from(invitations)
  const [attendee] = await database.read.select().from(attendees)
  const [message] = await database.read.select().from(messages)
  expect(message).toMatchObject({
    officeId: event.officeId,
    eventId: event.id,
    mailingId: id,
    invitationId: invitation?.id,
    attendeeId: attendee?.id,
    kind: 'invitation',
    dedupeKey: `mailing:${id}:${invitation?.id}`,
    to: { name: 'Ali Hassan', address: 'ali@guest.example' },
    from: { name: 'IOM Iraq Events', address: 'events@majlis.example' },
    subject: 'Invitation: CRP partner meeting',
    language: 'en',
    state: 'draft',
  })
  expect(message?.text).toContain('Dear H.E. Ali Hassan,')
  expect(message?.text).toContain(
    'Monday, 14 December 2026, 09:00–15:30 (Baghdad time), until Mon, 7 Dec 2026, 23:59.',
  )
  expect(message?.text).toContain(`https://majlis.example/r/${answerToken(secret, invitation?.id ?? '', 1)}`)
  expect(message?.text).toContain('Events desk · events@majlis.example')
})

test('an institution is written to at its own address and told its seats; a person is not', async () => {
  const { database, event } = await invited(1)
  const organisationId = await anOrganisation(database, event.officeId)
  await database.write((tx) =>
    inviteOrganisations(tx, event.scope, {
      organisations: [{ id: organisationId, seats: 3, alternates: 1 }],
      ...inviting([event.meeting.id]),
    }),
  )
  const { id } = await aMailing(database, event, {
    body: { en: '{{ guest.salutation }}\n\n{% if seats %}Seats: {{ seats }}{% else %}Alone{% endif %}' },
  })
  await prepare(database, event, id)
  const rows = await database.read.select().from(messages).orderBy(asc(messages.text))
  const bodies = rows.map(({ to, text }) => [to.address, text.split('\n').slice(0, 3).join('|')])
  expect(bodies).toEqual([
    ['name1@guest.example', 'Dear Guest 0001,||Alone'],
    ['office@ministry.example', 'To: Ministry of Migration||Seats: 3'],
  ])
})

test('guests read the letter in their language, or in the nearest that it has as a whole', async () => {
  const { database, event } = await invited(1, { language: 'ar' })
  await more(database, event, 1, { language: 'ckb' })
  await more(database, event, 1, { language: 'fr' })
  const { id } = await aMailing(database, event, {
    subject: { en: 'English', ar: 'عربي', fr: 'Français' },
    // French lacks its text: a subject alone is no letter.
    body: { en: 'In English.', ar: 'بالعربية: {{ event.date }}' },
  })
  await prepare(database, event, id)
  const rows = await database.read.select().from(messages).orderBy(asc(messages.subject))
  expect(rows.map(({ subject, language }) => [subject, language])).toEqual([
    ['English', 'en'],
    ['عربي', 'ar'],
    ['عربي', 'ar'],
  ])
  expect(rows[2]?.text).toContain('الاثنين')
})

test('a hostile name stays a name', async () => {
  const name = '<img src=x onerror=alert(1)> {{ office.name }} **x** {% if %} [a](http://evil.example)'
  const { database, event } = await invited(1, { names: { latin: { full: name } } })
  const { id } = await aMailing(database, event)
  await prepare(database, event, id)
  const [message] = await database.read.select().from(messages)
  expect(message?.html).not.toContain('<img')
  expect(message?.html).not.toContain('href="http://evil')
  expect(message?.html).not.toContain('<strong>x')
  expect(message?.text).toContain(`Dear ${name},`)
})

test('the audience is who fits everything that was chosen', async () => {
  const { database, event } = await invited(3)
  await more(database, event, 2, { language: 'ar', email: null })
  const organisationId = await anOrganisation(database, event.officeId, { kind: 'donor' })
  await database.write((tx) =>
    inviteOrganisations(tx, event.scope, {
      organisations: [{ id: organisationId, seats: 2, alternates: 0 }],
      ...inviting([event.exhibition.id]),
    }),
  )
  const count = async (audience: Parameters<typeof countAudience>[2]['audience']) => {
    const found = await countAudience(database.read, event.scope, {
      id: 'none',
      kind: 'invitation',
      audience,
    })
    return [found.total, found.reachable]
  }
  expect(await count({ who: 'all' })).toEqual([6, 4])
  expect(await count({ who: 'all', side: 'persons' })).toEqual([5, 3])
  expect(await count({ who: 'all', side: 'organisations' })).toEqual([1, 1])
  expect(await count({ who: 'all', language: 'ar' })).toEqual([2, 0])
  expect(await count({ who: 'all', kind: 'donor' })).toEqual([1, 1])
  expect(await count({ who: 'all', partId: event.meeting.id })).toEqual([5, 3])
  expect(await count({ who: 'all', partId: event.exhibition.id })).toEqual([1, 1])
  const mailing = { id: 'none', kind: 'invitation' as const, audience: { who: 'all' as const } }
  const left = await readLeftOut(database.read, event.scope, mailing, 10)
  expect(left.map(({ leftOut, language }) => [leftOut, language])).toEqual([
    ['noAddress', 'ar'],
    ['noAddress', 'ar'],
  ])
  const page = await readRecipients(database.read, event.scope, mailing, { size: 4, number: 2 })
  expect(page).toHaveLength(2)
})

test('an audience may be told by answer, organisation, tag, and by what was written before', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const undp = await anOrganisation(database, event.officeId, { name: 'UNDP', kind: 'un_agency' })
  const coming = await aGuest(database, event, { name: 'Coming', email: 'coming@guest.example' })
  await aGuest(database, event, { name: 'Silent', email: 'silent@guest.example', organisationId: undp })
  const ministry = await anInstitution(database, event, { email: 'office@ministry.example' })
  await submitAnswer(database, coming.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  const given = { ...anAnswer(event.meeting.id, 'accepted'), requestId: null, names: [] }
  await submitAnswer(database, ministry.scope, { given, site, now })
  await aDelegate(database, event, ministry.id)
  await database.write((tx) =>
    tx
      .update(organisations)
      .set({ tags: ['vip'] })
      .where(eq(organisations.id, undp)),
  )
  await database.write((tx) =>
    tx
      .update(persons)
      .set({ tags: ['press'] })
      .where(eq(persons.id, coming.personId)),
  )
  const found = async (
    audience: Parameters<typeof readRecipients>[2]['audience'],
    kind: Parameters<typeof readRecipients>[2]['kind'] = 'invitation',
  ) => {
    const rows = await readRecipients(database.read, event.scope, { id: 'none', kind, audience })
    return rows.map(({ email }) => email?.split('@')[0]).sort()
  }
  const part = event.meeting.id
  expect(await found({ who: 'all', status: 'accepted', partId: part })).toEqual(['coming', 'office'])
  expect(await found({ who: 'all', status: 'accepted', partId: event.exhibition.id })).toEqual([])
  expect(await found({ who: 'all', status: 'invited' })).toEqual(['silent'])
  expect(await found({ who: 'all', side: 'delegates', status: 'accepted' })).toEqual(['delegate'])
  expect(await found({ who: 'all', organisationId: undp })).toEqual(['silent'])
  expect(await found({ who: 'all', tag: 'vip' })).toEqual(['silent'])
  expect(await found({ who: 'all', tag: 'press' })).toEqual(['coming'])
  // Confirmations went to two of them, and not to the delegate.
  expect(await found({ who: 'untouched' })).toEqual(['silent'])
  expect(await found({ who: 'untouched', side: 'delegates' })).toEqual(['delegate'])
  expect(await found({ who: 'notThisKind' })).toEqual(['coming', 'office', 'silent'])

  const letter = {
    kind: 'announcement' as const,
    audience: { who: 'all' as const, side: 'delegates' as const },
  }
  const { id } = await aMailing(database, event, { ...letter, body: { en: 'Your link: {{ answer.link }}.' } })
  expect(await prepare(database, event, id)).toEqual({ ok: true, prepared: 1 })
  expect(await prepare(database, event, id)).toEqual({ ok: false, reason: 'nobody' })
  const [message] = await database.read.select().from(messages).where(eq(messages.mailingId, id))
  // Whoever was named gets their own link where they have one, and never that of who named them.
  expect(message?.to.address).toBe('delegate@ministry.example')
  expect(message?.text).not.toContain(ministry.token)
})

test('an invitation goes to those not yet written to, a reminder to those who have not answered', async () => {
  const { database, event } = await invited(2)
  const first = await aMailing(database, event)
  await prepare(database, event, first.id)
  await approve(database, event, first.id)
  await send(database, event, first.id)
  await more(database, event, 1, { email: 'late@guest.example' })
  const second = await aMailing(database, event)
  const reminder = await aMailing(database, event, { kind: 'reminder', audience: { who: 'unanswered' } })
  const [answering] = await database.read.select().from(invitations).orderBy(asc(invitations.id))
  const token = answerToken(secret, answering?.id ?? '', 1)
  const scope = await findInvitationByToken(database.read, token)
  if (!scope) throw new Error('No scope')
  await submitAnswer(database, scope, {
    given: anAnswer(event.meeting.id, 'declined'),
    site,
    now,
  })
  expect(await prepare(database, event, second.id)).toEqual({ ok: true, prepared: 1 })
  expect(await prepare(database, event, reminder.id)).toEqual({ ok: true, prepared: 1 })
  const rows = await database.read
    .select({ kind: messages.kind, to: messages.to })
    .from(messages)
    .where(eq(messages.state, 'draft'))
    .orderBy(asc(messages.kind))
  expect(rows.map(({ kind, to }) => [kind, to.address])).toEqual([
    ['invitation', 'late@guest.example'],
    ['reminder', 'name2@guest.example'],
  ])
})

test('no letter is prepared to whom the invitation was withdrawn, or with a link that is dead', async () => {
  const { database, event } = await invited(2)
  const [first, second] = await database.read.select().from(invitations).orderBy(asc(invitations.id))
  await submitWithdrawal(database, event.scope, { invitationId: first?.id ?? '', site, now })
  await database.write((tx) => renewLink(tx, event.scope, { invitationId: second?.id ?? '', secret, now }))
  const { id } = await aMailing(database, event)
  expect(await prepare(database, event, id)).toEqual({ ok: true, prepared: 1 })
  const [message] = await database.read.select().from(messages)
  expect(message?.text).toContain(answerToken(secret, second?.id ?? '', 2))
})

test('a text cannot be changed under its messages, but they can be thrown away', async () => {
  const { database, event } = await invited(2)
  const { id } = await aMailing(database, event)
  const edit = (content = aLetter({ subject: { en: 'Better' } })) =>
    database.write((tx) => editMailing(tx, event.scope, { mailingId: id, content, seen: ['en'], now }))
  expect(await edit()).toEqual({ ok: true })
  await prepare(database, event, id)
  expect(await edit()).toEqual({ ok: false, reason: 'prepared' })
  expect(await database.write((tx) => removeMailing(tx, event.scope, { mailingId: id, now }))).toEqual({
    ok: false,
    reason: 'prepared',
  })
  await approve(database, event, id)
  const discarded = await database.write((tx) => discardPrepared(tx, event.scope, { mailingId: id, now }))
  expect(discarded).toEqual({ ok: true, discarded: 2 })
  expect(await edit(aLetter({ subject: { en: 'Best' } }))).toEqual({ ok: true })
  expect(await prepare(database, event, id)).toEqual({ ok: true, prepared: 2 })
  const rows = await database.read.select({ subject: messages.subject }).from(messages)
  expect(rows).toEqual([{ subject: 'Best' }, { subject: 'Best' }])
})

test('a text with an unknown field, a broken brace or somebody’s private link is refused', async () => {
  const { database, event } = await invited(1)
  const { id } = await aMailing(database, event)
  const link = `https://majlis.example/r/${answerToken(secret, 'somebody', 1)}`
  for (const text of ['{{ guest.nmae }}', '{% if seats %}', `Answer at ${link}`, encodeURI(link)]) {
    const content = aLetter({ body: { en: text } })
    const edited = await database.write((tx) =>
      editMailing(tx, event.scope, { mailingId: id, content, seen: ['en'], now }),
    )
    expect(edited).toEqual({ ok: false, reason: 'badText' })
  }
  expect(await readMailing(database.read, event.scope, id)).toMatchObject({ body: aLetter().body })
})

test('a private link that got past every form is met when the letters are written', async () => {
  const { database, event } = await invited(1)
  const link = `https://majlis.example/r/${answerToken(secret, 'somebody', 1)}`
  const { id } = await aMailing(database, event, { body: { en: `Answer at ${link}` } })
  expect(await prepare(database, event, id)).toEqual({ ok: false, reason: 'badText' })
  const { id: second } = await aMailing(database, event)
  const contact = { name: link, email: '', phone: '' }
  await database.write((tx) => tx.update(events).set({ contact }).where(eq(events.id, event.id)))
  expect(await prepare(database, event, second)).toEqual({ ok: false, reason: 'badText' })
})

test('languages that the form did not show keep their text', async () => {
  const { database, event } = await invited(1)
  const { id } = await aMailing(database, event, {
    subject: { en: 'A', fr: 'B' },
    body: { en: 'A', fr: 'B' },
  })
  const content = aLetter({ subject: { en: 'C' }, body: { en: 'C' } })
  await database.write((tx) =>
    editMailing(tx, event.scope, { mailingId: id, content, seen: ['en', 'ar'], now }),
  )
  expect(await readMailing(database.read, event.scope, id)).toMatchObject({
    subject: { en: 'C', fr: 'B' },
    body: { en: 'C', fr: 'B' },
  })
})

test('another event’s mailing is not there', async () => {
  const { database, event } = await invited(1)
  const sister = await anEvent(database, { officeId: event.officeId })
  const { id } = await aMailing(database, event)
  const given = { mailingId: id, now }
  const attempts = [
    await prepare(database, sister, id),
    await approve(database, sister, id),
    await send(database, sister, id),
    await database.write((tx) =>
      editMailing(tx, sister.scope, { ...given, content: aLetter({ name: 'Stolen' }), seen: ['en'] }),
    ),
    await database.write((tx) => discardPrepared(tx, sister.scope, given)),
    await database.write((tx) => removeMailing(tx, sister.scope, given)),
  ]
  expect(attempts).toEqual(attempts.map(() => ({ ok: false, reason: 'notFound' })))
  expect(await readMailing(database.read, sister.scope, id)).toBeNull()
  expect(await database.read.select({ name: mailings.name }).from(mailings)).toEqual([{ name: 'Invitation' }])
})

test('5,000 letters are written and queued, and others get their turn meanwhile', async () => {
  const { database, event } = await invited(5000)
  const { id } = await aMailing(database, event)
  let turns = 0
  const clock = setInterval(() => turns++, 1)
  expect(await prepare(database, event, id)).toEqual({ ok: true, prepared: 5000 })
  clearInterval(clock)
  expect(turns).toBeGreaterThan(100)
  await approve(database, event, id)
  expect(await send(database, event, id)).toEqual({ ok: true, queued: 5000 })
  expect(await readMailingCounts(database.read, event.scope, id)).toMatchObject({
    underway: 5000,
    prepared: 0,
  })
}, 60_000)

/** Somebody an institution has named, with an address of their own, who is coming. */
async function aDelegate(database: Database, event: Event, invitationId: string) {
  const id = newId()
  await database.write(async (tx) => {
    await tx.insert(attendees).values({
      ...{ id, eventId: event.id, invitationId, source: 'delegation', language: 'en' },
      ...{ honorific: {}, names: { latin: { full: 'Delegate' } }, position: {}, organisationName: {} },
      ...{ email: 'delegate@ministry.example', needs: {}, searchKey: 'delegate', sortKey: 'delegate' },
      ...{ createdAt: now, updatedAt: now },
    })
    await tx
      .insert(attendances)
      .values({ attendeeId: id, partId: event.meeting.id, eventId: event.id, status: 'accepted' })
  })
}

async function statesOf(database: Database) {
  const rows = await database.read.select({ state: messages.state }).from(messages)
  return rows.map(({ state }) => state)
}

async function invitationStates(database: Database) {
  const rows = await database.read.select({ state: invitations.state }).from(invitations)
  return rows.map(({ state }) => state)
}
