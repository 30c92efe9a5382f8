import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { linkToken } from '#app/accounts/token.server.ts'
import { addMember } from '#app/exhibition/team/team.server.ts'
import { purgeOffice } from '#app/privacy/purge.server.ts'
import { action as teamForm, loader as teamPage } from '#app/routes/booth.visitors/route.tsx'
import { action as deskForm, loader as deskPage } from '#app/routes/desk.event.enquiries/route.tsx'
import { loader as feedbackDesk } from '#app/routes/desk.event.feedback/route.tsx'
import { loader as table } from '#app/routes/desk.event.voices-export/route.tsx'
import { action as contact, loader as contactPage } from '#app/routes/site.contact/route.tsx'
import { action as feedback } from '#app/routes/site.feedback/route.tsx'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { assignments, events } from '#db/schema/events.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { retentionRules } from '#db/schema/privacy.server.ts'
import { visitorEnquiries, visitorFeedback } from '#db/schema/visitor-voices.server.ts'
import { asked, placeOf, statusOf } from '#tests/support/asked.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { aStore } from '#tests/support/exhibition.ts'
import { anExhibit } from '#tests/support/visitors.ts'

async function anExhibition() {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const clinic = await anExhibit(database, event, {
    slug: 'clinic',
    booth: 'A1',
    title: { en: 'Clinic *b*' },
  })
  const loom = await anExhibit(database, event, { slug: 'loom', booth: 'A2' })
  await anExhibit(database, event, { slug: 'draft', state: 'draft' })
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  type Sent = { form: Record<string, string>; mayWrite?: boolean; lang?: string }
  const at = (path: string, exhibit: string, { lang = 'ar', ...given }: Partial<Sent> = {}) =>
    asked(database, path, { params: { lang, event: 'lives', exhibit }, ...given })
  const ask = (form: Record<string, string>, exhibit = 'clinic', mayWrite = true) =>
    contact(at(`/ar/lives/contact/${exhibit}?route=short`, exhibit, { form, mayWrite }))
  const say = (form: Record<string, string>, exhibit = '', mayWrite = true) =>
    feedback(at('/ar/lives/feedback', exhibit, { form, mayWrite, lang: 'ckb' }))
  return { database, event, clinic, loom, userId, at, ask, say }
}

type Database = Awaited<ReturnType<typeof testDatabase>>
type Event = Awaited<ReturnType<typeof anEvent>>

/** Two who write for it, one of whom has been invited; the token of the latter. */
async function aTeam(database: Database, event: Event, exhibitId: string) {
  const member = { exhibitId, language: 'en' as const, secret: 'secret', now }
  const token = await database.write(async (tx) => {
    const huda = { ...member, name: 'Huda', email: 'huda@moh.example' }
    const made = await addMember(tx, event.scope, huda)
    await addMember(tx, event.scope, { ...member, name: 'Not asked', email: 'later@moh.example' })
    if (!made.ok) throw new Error(made.reason)
    await tx.update(exhibitTeams).set({ invitedAt: now }).where(eq(exhibitTeams.id, made.id))
    return linkToken('secret', 'booth', made.id, 1)
  })
  return token
}

const rana = {
  name: 'Rana <b>',
  email: 'rana@women.example',
  phone: '',
  message: 'How?\n\n[x](http://evil.example)',
}
const fromVisitor = (form: object) => ({ newId: newId(), website: '', ...form }) as Record<string, string>
const revision = async (database: Database) =>
  (await database.read.select({ revision: events.revision }).from(events))[0]?.revision

test('a visitor asks a booth: kept and told to its team once, answered straight, and nobody’s page is let go', async () => {
  const { database, event, clinic, ask, at } = await anExhibition()
  await aTeam(database, event, clinic)
  const before = await revision(database)
  const form = fromVisitor(rana)
  for (let times = 0; times < 2; times++)
    expect(await placeOf(ask(form))).toBe('/ar/lives/contact/clinic?route=short&sent=yes')
  const kept = await database.read.select().from(visitorEnquiries)
  expect(kept).toMatchObject([{ ...rana, id: form.newId, exhibitId: clinic, language: 'ar', doneAt: null }])
  const [mail, ...others] = await database.read.select().from(messages)
  expect(others).toEqual([])
  expect(mail).toMatchObject({
    ...{ to: { name: 'Huda', address: 'huda@moh.example' }, replyTo: 'rana@women.example' },
    ...{ state: 'queued', kind: 'notice', language: 'en', eventId: event.id },
  })
  expect(mail?.subject).toContain('Rana <b>')
  expect(mail?.text).toContain('Clinic *b*')
  expect(mail?.text).toMatch(/https:\/\/majlis\.example\/b\/[\w-]+\/visitors/)
  expect(mail?.html).not.toMatch(/<b>|href="http:\/\/evil/)
  expect(await revision(database)).toBe(before)

  await database.write((tx) =>
    tx.insert(retentionRules).values({ officeId: event.officeId, textsDays: 90, updatedAt: now }),
  )
  expect(await contactPage(at('/x', 'clinic'))).toMatchObject({
    erasedAfter: 90,
    back: '/ar/lives/exhibition/clinic',
  })
})

test('what cannot be answered is mended, what a machine sends is thrown away, and too much is refused with nothing lost', async () => {
  const { database, event, ask, at } = await anExhibition()
  const errors = async (form: object) => {
    const reply = (await ask(fromVisitor({ ...rana, ...form })).catch((thrown) => thrown)) as {
      init: { status: number }
      data: { result: { error: object } }
    }
    return [reply.init.status, reply.data.result.error]
  }
  expect(await errors({ email: '' })).toEqual([400, { email: ['voices:refused.reach'] }])
  expect(await errors({ email: 'rana' })).toEqual([400, { email: ['email'] }])
  expect(await errors({ name: ' ', message: '' })).toEqual([
    400,
    { name: ['required'], message: ['required'] },
  ])
  const tooMuch = await ask(fromVisitor(rana), 'clinic', false)
  expect(tooMuch).toMatchObject({
    init: { status: 429 },
    data: { result: { initialValue: { message: rana.message } } },
  })
  expect(await placeOf(ask(fromVisitor({ ...rana, website: 'https://spam.example' })))).toContain('sent=yes')
  expect(await statusOf(ask(fromVisitor(rana), 'draft'))).toBe(404)
  for (const state of ['draft', 'cancelled'] as const) {
    await database.write((tx) => tx.update(events).set({ state }).where(eq(events.id, event.id)))
    expect([await statusOf(ask(fromVisitor(rana))), await statusOf(contactPage(at('/x', 'clinic')))]).toEqual(
      [...[404, 404]],
    )
  }
  expect(await database.read.select().from(visitorEnquiries)).toEqual([])
  expect(await database.read.select().from(messages)).toEqual([])
})

test('without a team the event’s editors hear of it; desk and team mark it answered, and erased it is nowhere', async () => {
  const { database, event, clinic, loom, userId, ask } = await anExhibition()
  const editor = await aUser(database, { email: 'b@majlis.example' })
  const assigned = { id: newId(), eventId: event.id, userId: editor, role: 'exhibition_editor' as const }
  await database.write((tx) => tx.insert(assignments).values({ ...assigned, createdAt: now }))
  await ask(fromVisitor({ ...rana, email: '', phone: '+964 770 1' }))
  const told = await database.read.select().from(messages)
  expect(told.map(({ to, replyTo }) => [to.address, replyTo])).toEqual([
    ['b@majlis.example', expect.not.stringContaining('rana')],
  ])
  const token = await aTeam(database, event, clinic)
  await ask(fromVisitor(rana))
  await ask(fromVisitor({ ...rana, name: 'For the loom' }), 'loom')

  const asDesk = (query = '', form?: Record<string, string>) =>
    asked(database, `/x${query}`, { params: { event: 'lives' }, userId, ...(form && { form }) })
  const asTeam = (query: string, form?: Record<string, string>) =>
    asked(database, `/b/${token}/visitors${query}`, { params: { token }, ...(form && { form }) })
  const whole = await deskPage(asDesk())
  expect(whole.counts).toEqual({ open: 3, done: 0, all: 3 })
  const ofLoom = whole.enquiries.find(({ exhibit }) => exhibit.id === loom)?.id ?? ''
  const ours = await teamPage(asTeam('?lang=en'))
  expect(ours.enquiries).toHaveLength(2)
  const [one] = ours.enquiries
  const settle = { intent: 'settle', enquiry: one?.id ?? '' }
  expect(await statusOf(teamForm(asTeam('?lang=en', { ...settle, enquiry: ofLoom })))).toBe(404)
  expect(await statusOf(teamForm(asTeam('?lang=en', { ...settle, intent: 'erase' })))).toBe(404)
  expect(await placeOf(teamForm(asTeam('?lang=en', settle)))).toContain('done=settled')
  expect((await deskPage(asDesk(`?exhibit=${clinic}&shown=done`))).enquiries).toHaveLength(1)
  // Said again, it is as it is: the history has one line of it.
  expect(await placeOf(teamForm(asTeam('?lang=en', settle)))).toContain('done=settled')
  const isSettling = eq(auditEntries.action, 'enquiry.settle')
  expect(await database.read.$count(auditEntries, isSettling)).toBe(1)
  const tooOften = { params: { token }, form: { ...settle, intent: 'reopen' }, mayWrite: false }
  expect(await teamForm(asked(database, `/b/${token}/visitors?lang=en`, tooOften))).toMatchObject({
    init: { status: 429 },
  })
  expect(await placeOf(deskForm(asDesk('', { ...settle, intent: 'reopen' })))).toContain('done=reopened')

  const foreign = await anEvent(database, { slug: 'other' })
  const theirs = await aUser(database, { email: 'c@majlis.example', officeId: foreign.officeId })
  for (const intent of ['settle', 'erase']) {
    const elsewhere = { params: { event: 'other' }, userId: theirs, form: { ...settle, intent } }
    expect(await statusOf(deskForm(asked(database, '/x', elsewhere)))).toBe(404)
  }
  expect(await placeOf(deskForm(asDesk('', { ...settle, intent: 'erase' })))).toContain('done=erased')
  expect((await deskPage(asDesk('?shown=all'))).counts.all).toBe(2)
  const ofLoomAlone = `/x/enquiries.csv?exhibit=${loom}`
  const ofDesk = asked(database, ofLoomAlone, { params: { event: 'lives' }, userId })
  const sheet = (await (await table(ofDesk)).text()).trim().split('\r\n')
  expect(sheet.slice(1).join('|')).toMatch(/^A2,loom,2026-.*,For the loom,rana@women\.example,,ar,/)
  const elsewhere = { params: { event: 'other' }, userId: theirs }
  expect(await statusOf(table(asked(database, ofLoomAlone, elsewhere)))).toBe(404)
  const mails = await database.read.select().from(messages)
  const about = mails.filter(({ dedupeKey }) => dedupeKey.startsWith(`enquiry:${settle.enquiry}:`))
  expect(about.length).toBeGreaterThan(0)
  expect(about.every(({ text, html, subject, replyTo }) => !text && !html && !subject && !replyTo)).toBe(true)
})

test('after the time that the office keeps words nobody is named any more, and what was counted still counts', async () => {
  const { database, event, ask, say } = await anExhibition()
  await ask(fromVisitor(rana))
  await say(fromVisitor({ score: '3', text: 'Rana was kind' }), 'clinic')
  const purge = (at: string) => {
    const stores = { database, files: aStore() }
    return purgeOffice(stores, { officeId: event.officeId, key: at, now: () => new Date(at) })
  }
  const textsDays = { officeId: event.officeId, textsDays: 90, updatedAt: now }
  await database.write((tx) => tx.insert(retentionRules).values(textsDays))
  const named = async () => {
    const {
      messages: mails = [],
      visitor_enquiries: left = [],
      visitor_feedback: said = [],
    } = await contentsOf(database)
    return [mails, left, said].map((rows) => rows.filter((row) => /rana/i.test(JSON.stringify(row))).length)
  }
  await purge('2027-03-15T12:00:00Z')
  expect(await named()).toEqual([1, 1, 1])
  await purge('2027-03-15T14:00:00Z')
  expect(await named()).toEqual([0, 0, 0])
  expect(await database.read.select().from(visitorFeedback)).toMatchObject([{ score: 3, text: '' }])
})

test('three faces: counted once each, by exhibit and for the whole, with words for those who write them', async () => {
  const { database, clinic, userId, say } = await anExhibition()
  const good = fromVisitor({ score: '3', text: 'زۆر باشە' })
  for (let times = 0; times < 2; times++) expect(await placeOf(say(good, 'clinic'))).toContain('sent=yes')
  await say(fromVisitor({ score: '1' }), 'clinic')
  await say(fromVisitor({ score: '2', text: '=1+1' }))
  await say(fromVisitor({ score: '3', website: 'x' }))
  expect(await say(fromVisitor({ score: '4' })).catch((thrown) => thrown)).toMatchObject({
    init: { status: 400 },
  })
  expect(await say(fromVisitor({ score: '3' }), '', false)).toMatchObject({ init: { status: 429 } })
  expect(await statusOf(say(fromVisitor({ score: '3' }), 'draft'))).toBe(404)
  const read = (query = '') =>
    feedbackDesk(asked(database, `/x${query}`, { params: { event: 'lives' }, userId }))
  const { whole, words } = await read()
  expect(whole?.whole).toEqual({ 1: 0, 2: 1, 3: 0 })
  expect(whole?.exhibits.map(({ booth, scores }) => [booth, scores[3], scores[1]])).toEqual([
    ['A1', 1, 1],
    ['A2', 0, 0],
  ])
  expect(words.map(({ text, language }) => [text, language]).sort()).toEqual([
    ['=1+1', 'ckb'],
    ['زۆر باشە', 'ckb'],
  ])
  const params = { params: { event: 'lives' }, userId }
  const sheet = await (await table(asked(database, '/x/feedback.csv', params))).text()
  expect(sheet.trim().split('\r\n').slice(1)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^A1,Clinic \*b\*,2026-.*,ckb,Good,زۆر باشە$/)]),
  )
  expect(sheet).toContain(",ckb,Fair,'=1+1")
  expect((await read(`?exhibit=${clinic}`)).exhibit?.scores).toEqual({ 1: 1, 2: 0, 3: 1 })
  expect(await database.read.$count(visitorFeedback)).toBe(3)
})
