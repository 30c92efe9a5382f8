import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findBoothByToken } from '#app/accounts/booth-scope.server.ts'
import { linkToken } from '#app/accounts/token.server.ts'
import { replaceMemberLink, takeOffTeam, writeToTeam } from '#app/answers/booth-mails.server.ts'
import { remindTeams, setTeamReminders } from '#app/answers/remind-teams.server.ts'
import { withHead } from '#app/exhibition/content/change.ts'
import { saveDraft } from '#app/exhibition/content/draft.server.ts'
import { submitExhibit } from '#app/exhibition/content/publish.server.ts'
import { readExhibit } from '#app/exhibition/read.server.ts'
import { readOwnBooths } from '#app/exhibition/team/own.server.ts'
import { addMember, mostMembers, readMembers, setDeadline } from '#app/exhibition/team/team.server.ts'
import { saveTemplate } from '#app/invitations/texts.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aMemberOfTeam, anExhibit, someBooths } from '#tests/support/exhibition.ts'
import { site } from '#tests/support/guests.ts'

const later = new Date('2026-12-01T20:59:00Z')

async function aTeam() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [boothId = ''] = await someBooths(database, event, ['A4'])
  const exhibitId = await anExhibit(database, event, { boothId })
  return { database, event, exhibitId, member: await aMemberOfTeam(database, event, exhibitId) }
}

const mailsIn = (database: Database) => database.read.select().from(messages).orderBy(messages.createdAt)

test('one of a team is written to with their own link, booth, deadline and what is missing, once for each form', async () => {
  const { database, event, exhibitId, member } = await aTeam()
  await database.write((tx) => setDeadline(tx, event.scope, { exhibitId, dueAt: later, all: false, now }))
  const asking = { id: newId(), exhibitId, kind: 'ask', word: '', site, now } as const
  const both = [
    await writeToTeam(database, event.scope, asking),
    await writeToTeam(database, event.scope, asking),
  ]
  expect(both).toEqual([
    { ok: true, mailed: 1 },
    { ok: true, mailed: 0 },
  ])
  const [asked] = await mailsIn(database)
  expect([asked?.to.address, asked?.language, asked?.subject]).toEqual([
    ...['hana@ngo.example', 'ar', 'معروضكم في اجتماع شركاء برنامج إنعاش المجتمع'],
  ])
  expect(asked?.text).toContain(`/b/${member.token}`)
  expect(asked?.text).toContain('الجناح A4')
  const words = {
    subject: { ar: 'تذكير' },
    body: { ar: '{{ booth.exhibit }}\n\n{{ booth.tasks }}\n\n{{ booth.word }}' },
  }
  await database.write((tx) => saveTemplate(tx, event.scope, { kind: 'booth_reminder', texts: words, now }))
  const word = '<script>alert(1)</script> [x](javascript:alert(1)) {{ office.name }}'
  await writeToTeam(database, event.scope, { ...asking, id: newId(), kind: 'remind', word })
  const reminder = (await mailsIn(database)).find(({ kind }) => kind === 'reminder')
  expect(reminder?.subject).toBe('تذكير')
  expect(reminder?.text).toContain('تنقص نصوص باللغات: العربية')
  expect(reminder?.text).toContain('{{ office.name }}')
  expect(reminder?.html).not.toMatch(/<script|href="javascript/)
  const [state] = await readMembers(database.read, event.scope, exhibitId)
  expect([state?.invitedAt, state?.remindedAt, state?.wroteAt]).toEqual([now, now, null])
})

test('a link opens one exhibit, may nothing else of the event, and dies alone', async () => {
  const { database, event, exhibitId, member } = await aTeam()
  const second = await aMemberOfTeam(database, event, exhibitId, { email: 'second@ngo.example' })
  const open = (token: string) => findBoothByToken(database.read, token)
  const scope = await open(member.token)
  expect(scope).toMatchObject({ eventId: event.id, exhibitId, memberId: member.id, language: 'ar' })
  expect([...(scope?.can ?? ['x'])]).toEqual([])
  if (!scope) throw new Error('no scope')
  const own = await readOwnBooths(database.read, 'hana@ngo.example')
  expect(own.map(({ id }) => id)).toEqual([member.id])
  expect(await readOwnBooths(database.read, 'nobody@ngo.example')).toEqual([])
  const change = withHead({ title: { en: 'Ours' } }, ['en'])
  await database.write((tx) => saveDraft(tx, scope, { exhibitId, change, now: later }))
  const [first] = await readMembers(database.read, event.scope, exhibitId)
  expect(first?.wroteAt).toEqual(later)

  const asking = { id: newId(), exhibitId, kind: 'ask', word: '', site, now } as const
  await writeToTeam(database, event.scope, asking)
  const which = { exhibitId, memberId: member.id, secret: site.secret, now }
  await database.write((tx) => replaceMemberLink(tx, event.scope, which))
  expect(await open(member.token)).toBeNull()
  expect(await open(linkToken(site.secret, 'booth', member.id, 2))).toMatchObject({ memberId: member.id })
  expect(await open(linkToken(site.secret, 'speaker', member.id, 2))).toBeNull()
  const states = (await mailsIn(database)).map(({ to, state }) => [to.address, state])
  expect(states.sort()).toEqual([
    ['hana@ngo.example', 'withdrawn'],
    ['second@ngo.example', 'queued'],
  ])
  await database.write((tx) => takeOffTeam(tx, event.scope, which))
  expect(await open(linkToken(site.secret, 'booth', member.id, 2))).toBeNull()
  expect(await open(second.token)).not.toBeNull()
})

test('a team is reminded by itself once before the deadline and once after it, until it hands in', async () => {
  const { database, event, exhibitId, member } = await aTeam()
  await aMemberOfTeam(database, event, exhibitId, { email: 'never.asked@ngo.example' })
  const at = (day: string, time = '06:00') => new Date(`2026-12-${day}T${time}:00Z`)
  const look = (when: Date) => remindTeams(database, { site, now: when })
  const remind = (before: number | null, after: number | null) =>
    database.write((tx) => setTeamReminders(tx, event.scope, { before, after, now }))
  const due = (dueAt: Date) =>
    database.write((tx) => setDeadline(tx, event.scope, { exhibitId, dueAt, all: false, now }))
  const asking = { exhibitId, memberIds: [member.id], word: '', site } as const
  await writeToTeam(database, event.scope, { ...asking, id: newId(), kind: 'ask', now })
  await due(at('10', '20:59'))
  expect(await look(at('07'))).toBe(0)
  await remind(3, 2)
  expect([await look(at('06', '20:00')), await look(at('07', '05:59')), await look(at('08'))]).toEqual([
    0, 0, 0,
  ])
  const several = await Promise.all([look(at('07')), look(at('07')), look(at('07', '10:00'))])
  expect(several.sort()).toEqual([0, 0, 1])
  expect([await look(at('07', '12:00')), await look(at('11'))]).toEqual([0, 0])
  expect([await look(at('12')), await look(at('12', '06:01'))]).toEqual([1, 0])
  const byItself = (await mailsIn(database)).filter(({ kind }) => kind === 'reminder')
  expect(byItself.map(({ subject }) => subject).toSorted()).toEqual([
    'تذكير: معروضكم في اجتماع شركاء برنامج إنعاش المجتمع',
    'ما زلنا بانتظار معروضكم في اجتماع شركاء برنامج إنعاش المجتمع',
  ])

  // Another deadline has its own days; by hand on such a day it is the same reminder.
  await due(at('20', '20:59'))
  await writeToTeam(database, event.scope, { ...asking, id: newId(), kind: 'remind', now: at('17', '05:00') })
  expect(await look(at('17'))).toBe(0)
  await due(at('21', '20:59'))
  await database.write((tx) => submitExhibit(tx, event.scope, { exhibitId, now: at('17') }))
  expect(await look(at('18'))).toBe(0)
})

test('another event’s exhibits and members are not there; a form sent twice adds one; a team has its limits', async () => {
  const { database, event, exhibitId, member } = await aTeam()
  const other = await anEvent(database)
  const foreign = await anExhibit(database, other)
  const add = (given: { id?: string; exhibitId?: string; email: string }) =>
    database.write((tx) =>
      addMember(tx, event.scope, {
        ...{ exhibitId, name: 'Sara', language: 'en', secret: site.secret, now },
        ...given,
      }),
    )
  const notFound = { ok: false, reason: 'notFound' }
  expect(await add({ exhibitId: foreign, email: 'x@y.example' })).toEqual(notFound)
  expect(await add({ email: 'HANA@ngo.example' })).toEqual({ ok: false, reason: 'known' })
  const id = newId()
  expect([await add({ id, email: 'x@y.example' }), await add({ id, email: 'x@y.example' })]).toEqual([
    { ok: true, id },
    { ok: true, id },
  ])
  const which = { exhibitId: foreign, memberId: member.id, secret: site.secret, now }
  expect(await database.write((tx) => takeOffTeam(tx, other.scope, which))).toEqual(notFound)
  expect(await database.write((tx) => replaceMemberLink(tx, other.scope, which))).toEqual(notFound)
  const asking = { id: newId(), exhibitId: foreign, kind: 'ask', word: '', site, now } as const
  expect(await writeToTeam(database, event.scope, asking)).toEqual(notFound)
  await database.write((tx) => setDeadline(tx, event.scope, { exhibitId, dueAt: later, all: true, now }))
  const dues = await Promise.all([
    readExhibit(database.read, event.scope, exhibitId),
    readExhibit(database.read, other.scope, foreign),
  ])
  expect(dues.map((one) => one?.dueAt)).toEqual([later, null])
  for (let at = 2; at < mostMembers; at++) await add({ email: `m${at}@y.example` })
  expect(await add({ email: 'more@y.example' })).toEqual({ ok: false, reason: 'full' })
  expect(await database.read.$count(messages, eq(messages.eventId, event.id))).toBe(0)
})
