import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#db/id.server.ts'
import { assignments } from '#db/schema/events.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { addressOf, type Ids, namesIn, patterns } from '#tests/support/addresses.ts'
import { now } from '#tests/support/builders.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { signedInVisitor, type Visitor, visitor } from '#tests/support/visitor.ts'
import { aWholeOffice } from '#tests/support/whole-office.ts'

type Office = Awaited<ReturnType<typeof aWholeOffice>>

let majlis: WholeMajlis
let ours: Office
let theirs: Office
let administrator: Visitor
/** Every address of the desk, as `app/routes.ts` has it today. */
let desk: string[]

beforeAll(async () => {
  // Whole tables are compared, so nothing may go on by itself.
  majlis = await aWholeMajlis({ now: () => now, settings: { WORKER: 'off' } })
  ours = await aWholeOffice(majlis.context, 'ours')
  theirs = await aWholeOffice(majlis.context, 'theirs')
  desk = (await patterns()).map(({ pattern }) => pattern).filter((pattern) => /^\/desk(\/|$)/.test(pattern))
  administrator = await signedInVisitor(majlis, ours.administrator.email, password)
})
afterAll(() => majlis?.stop())

test('another office’s pages are not there, neither to read nor to change', async () => {
  const addresses = addressesWith(theirs, theirs.first.ids, (names) => names.length > 0)
  expect(addresses.length).toBeGreaterThan(20)
  await unchanged(async () => {
    for (const address of addresses) expect(await answersTo(administrator, address)).toEqual(nothing(address))
  })
})

test('another office’s ids lead nowhere within an event of our own', async () => {
  const ids = { ...theirs.first.ids, event: ours.first.ids.event }
  await unchanged(async () => {
    for (const address of addressesWith(theirs, ids, isInner))
      expect(await answersTo(administrator, address)).toEqual(nothing(address))
  })
})

test('one event’s ids lead nowhere within another event of the same office', async () => {
  const ids = { ...ours.first.ids, event: ours.second.ids.event }
  await unchanged(async () => {
    for (const address of addressesWith(ours, ids, isInner))
      expect(await answersTo(administrator, address)).toEqual(nothing(address))
  })
})

test('lists, searches and files name nobody of another office', async () => {
  const shared = addressesWith(ours, ours.first.ids, () => true)
  const searches = ['/desk?search=theirs', '/desk/persons?search=theirs', '/desk/organisations?search=theirs']
  const files = ['persons', 'organisations'].map((what) => `/desk/directory/${what}.csv`)
  for (const address of [...shared, ...searches, ...files].filter((one) => !isClearance(one))) {
    // A translation chooses its two languages by leading to the address that names them.
    const first = await administrator.get(address)
    const onward = first.headers.get('Location')
    const answer = onward?.startsWith(`${address}?`) ? await administrator.get(onward) : first
    expect([address, answer.status]).toEqual([address, 200])
    // What was searched for stands in the page again, whatever is found.
    expect(await answer.text()).not.toMatch(/theirs-|@theirs/)
  }
})

test('a foreign id hidden in a form of our own changes nothing of theirs and takes nothing from them', async () => {
  const { first, administrator: member } = theirs
  const event = `/desk/events/${ours.first.ids.event}`
  const part = { 'name.en': 'Stolen', kind: 'meeting', audience: 'invited', capacity: '5' }
  const times = { startsAt: '2026-12-14T09:00', endsAt: '2026-12-14T12:00' }
  const invite = { which: 'chosen', policy: 'bound', seats: '1', alternates: '0' }
  const decision = { intent: 'decide', attendee: first.ids.person, decision: 'seat' }
  const inLine = { intent: 'decide', act: 'give', anyway: 'on' }
  const quota = { intent: 'quota', seats: '1' }
  const moved = { seen: '0', day: '2026-12-14', startsAt: String(+now), endsAt: String(+now + 3_600_000) }
  const pasted = { intent: 'confirm', day: '2026-12-14', table: '09:00-10:00\tStolen' }
  const forms: [string, Record<string, string>][] = [
    ['/desk/members', { intent: 'role', membership: member.membershipId, role: 'viewer' }],
    ['/desk/members', { intent: 'remove', membership: member.membershipId }],
    ['/desk/members', { intent: 'again', membership: member.membershipId }],
    ['/desk/office/suppressions', { intent: 'lift', suppression: theirs.suppression, why: 'Stolen' }],
    [`${event}/settings`, { intent: 'up', part: first.ids.part }],
    [`${event}/settings`, { intent: 'venue', venue: first.venue, 'name.en': 'Stolen' }],
    [`${event}/settings`, { intent: 'removeVenue', venue: first.venue }],
    [`${event}/people`, { intent: 'remove', assignment: first.assignment }],
    [`${event}/precedence`, { intent: 'first', subject: `attendee:${first.ids.attendee}` }],
    [`${event}/precedence`, { intent: 'first', subject: `organisation:${first.ids.organisation}` }],
    [`${event}/parts/${ours.first.ids.part}`, { intent: 'save', ...part, ...times, venueId: first.venue }],
    [`${event}/invite?side=persons`, { ...invite, id: first.ids.person, part: ours.first.ids.part }],
    [`${event}/invite?side=persons`, { ...invite, id: ours.second.ids.person, part: first.ids.part }],
    [`${event}/questions`, { intent: 'up', question: first.ids.question }],
    [`${event}/questions`, { intent: 'restore', question: first.ids.question }],
    [`${event}/questions`, { intent: 'copy', from: first.ids.event }],
    [
      `${event}/questions/new`,
      { intent: 'save', kind: 'short', 'label.en': 'Stolen', audience: 'everybody', partId: first.ids.part },
    ],
    [`${event}/mailings`, { kind: 'invitation', from: first.ids.mailing }],
    [`${event}/requests`, { ...decision, invitation: first.ids.invitation }],
    [`${event}/waiting`, { ...inLine, part: first.ids.part, attendee: first.attendee }],
    [`${event}/waiting`, { ...inLine, part: ours.first.ids.part, attendee: first.attendee }],
    [`${event}/waiting`, { intent: 'serve', part: first.ids.part, how: 'give' }],
    [`${event}/waiting`, { ...quota, part: ours.first.ids.part, organisation: first.ids.organisation }],
    [`${event}/waiting`, { ...quota, part: first.ids.part, organisation: ours.first.ids.organisation }],
    [`${event}/guests/${first.ids.invitation}`, decision],
    [
      `${event}/guests/${first.ids.invitation}`,
      { intent: 'terms', policy: 'open', seats: '9', alternates: '9' },
    ],
    [
      `${event}/mailings/${ours.first.ids.mailing}`,
      {
        ...{ intent: 'save', name: 'Stolen', who: 'all', 'subject.en': 'S', 'body.en': 'B' },
        ...{ part: first.ids.part, organisation: first.ids.organisation, when: 'counted' },
        ...{ days: '1', direction: 'before', time: '09:00', anchor: `start:${first.ids.part}` },
      },
    ],
    [`${event}/outbox/${first.ids.message}`, { intent: 'edit', subject: 'Stolen', body: 'Stolen' }],
    [`${event}/outbox/${first.ids.message}`, { intent: 'resend', line: 'Stolen' }],
    [`${event}/outbox`, { intent: 'withdraw', which: 'chosen', message: first.ids.message }],
    [`${event}/inbox/${ours.first.ids.mail}`, { intent: 'link', guest: theirs.first.attendee }],
    [
      `${event}/inbox/${first.ids.mail}`,
      { intent: 'substitute', latin: 'Stolen', email: 'stolen@guest.example' },
    ],
    [`/desk/inbox/${ours.unplaced}`, { intent: 'place', event: first.id }],
    [`${event}/guests/${ours.first.ids.invitation}/privacy`, { intent: 'list', attendee: first.attendee }],
    [
      `${event}/guests/${ours.first.ids.invitation}/privacy`,
      { intent: 'record', kind: 'erasure', attendee: first.attendee },
    ],
    ...(['answer', 'leave', 'write'] as const).map((act): [string, Record<string, string>] => [
      `${event}/guests/bulk/${act}?pick=p.${first.attendee}&pick=i.${first.ids.invitation}&of=${first.ids.part}&from=${first.ids.part}&reply=declined`,
      { via: 'phone', kind: 'announcement' },
    ]),
    ...['place', 'resize', 'schedule', 'unschedule'].map((intent): [string, Record<string, string>] => [
      `${event}/agenda/plan`,
      { intent, itemId: first.ids.item, ...moved },
    ]),
    [
      `${event}/agenda/plan`,
      { intent: 'place', itemId: ours.first.ids.item, roomId: first.ids.room, ...moved },
    ],
    ...['askMember', 'takeOff', 'renewLink'].map((intent): [string, Record<string, string>] => [
      `${event}/exhibition/${ours.first.ids.exhibit}`,
      { intent, member: first.boothMember },
    ]),
    [`${event}/agenda/paste`, { ...pasted, partId: first.ids.part }],
    [`${event}/guests`, { intent: 'changeView', view: first.view, name: 'Stolen' }],
    [`${event}/guests`, { intent: 'removeView', view: first.view }],
    [`${event}/letters`, { from: first.ids.template }],
    ['/desk/office/letters', { intent: 'removeSignatory', signatory: first.ids.letter }],
    ['/desk/office/letters', { intent: 'copyTemplate', from: theirs.letterTemplate }],
    ...[first.hall, ours.first.hall].map((hall): [string, Record<string, string>] => [
      `${event}/booths/plan/steps`,
      { hall, changes: JSON.stringify([{ act: 'put', id: first.booth, box: null }]) },
    ]),
    ...['hall', 'removeHall', 'arrange', 'removePicture'].map((intent): [string, Record<string, string>] => [
      `${event}/booths/plan?hall=${first.hall}`,
      { intent, 'name.en': 'Stolen', partId: ours.first.ids.part, width: '9', depth: '9', step: '1' },
    ]),
    [`${event}/booths`, { intent: 'add', codes: 'S1', place: `hall:${first.hall}` }],
    [`${event}/booths`, { intent: 'remove', booth: first.booth }],
    ...['save', 'remove'].map((intent): [string, Record<string, string>] => [
      `${event}/booths/routes`,
      { intent, tour: first.tour, 'name.en': 'Stolen', booths: 'A1' },
    ]),
    ...['settle', 'erase'].map((intent): [string, Record<string, string>] => [
      `${event}/exhibition/enquiries`,
      { intent, enquiry: first.enquiry },
    ]),
    [`${event}/programmes`, { programme: theirs.programme }],
    [`${event}/programmes`, { intent: 'lists', list: theirs.activityList }],
    ['/desk/activities', { intent: 'remove', list: theirs.activityList }],
    [
      `/desk/programmes/${ours.programme}`,
      { intent: 'savePiece', indicator: theirs.indicator, 'name.en': 'Stolen' },
    ],
    [`/desk/programmes/${ours.programme}/indicators/${theirs.indicator}`, { intent: 'removePiece' }],
  ]
  const before = await contentsOf(majlis.context.database)
  for (const [path, form] of forms)
    expect([path, (await administrator.post(path, form)).status]).not.toEqual([path, 500])
  const after = await contentsOf(majlis.context.database)
  const ids = [
    theirs.id,
    theirs.suppression,
    theirs.programme,
    theirs.indicator,
    theirs.activityList,
    member.membershipId,
    first.venue,
    first.view,
    first.hall,
    first.booth,
    first.boothMember,
    first.tour,
    first.enquiry,
    ...Object.values(first.ids),
  ]
  expect(rowsNaming(after, ids)).toEqual(rowsNaming(before, ids))
})

test('a preview never speaks of another office’s guest', async () => {
  const { event, mailing } = ours.first.ids
  const address = `/desk/events/${event}/mailings/${mailing}/preview`
  const answer = await administrator.get(`${address}?guest=${theirs.first.ids.invitation}`)
  expect([answer.status, (await answer.text()).includes('Guest of theirs')]).toEqual([200, false])
})

test('a viewer reads what they may and changes nothing but their own account', async () => {
  const { email } = await aMember(majlis.context.database, ours.id, { role: 'viewer' })
  const viewer = await signedInVisitor(majlis, email, password)
  const addresses = addressesWith(ours, ours.first.ids, () => true)
  const readable: string[] = []
  for (const address of addresses) if ((await viewer.get(address)).status === 200) readable.push(address)
  const { event, person, organisation, invitation, mail, mailing, message, document, letter } = ours.first.ids
  const { question, upload } = ours.first.ids
  const programme = `/programmes/${ours.programme}`
  const inOffice = [
    ...['', '/account', '/sending', '/persons', `/persons/${person}`, '/organisations'],
    ...['/programmes', programme, `${programme}/indicators/${ours.indicator}`],
  ]
  const inEvent = [
    '',
    '/guests',
    `/guests/${invitation}`,
    '/requests',
    '/waiting',
    '/inbox',
    `/inbox/${mail}`,
    '/mailings',
    `/mailings/${mailing}`,
    '/outbox',
    ...['/participants', '/participants/list.xlsx', '/precedence'],
  ]
  const bare = [
    `/outbox/${message}`,
    `/outbox/${message}/html`,
    `/mailings/${mailing}/preview`,
    `/documents/${document}`,
    `/papers/${ours.first.ids.paperFile}`,
    ...['/letters', `/letters/${letter}`, '/letters/preview', '/letters/files/register.xlsx'],
    ...['/questions', `/questions/${question}/answers`, `/questions/${question}/files/${upload}`],
  ]
  const expected = [
    ...[...inOffice, `/organisations/${organisation}`, '/directory/persons.csv'].map(
      (path) => `/desk${path}`,
    ),
    ...[...inEvent, ...bare, '/export/guests.csv'].map((path) => `/desk/events/${event}${path}`),
  ]
  // Agenda and exhibition say for themselves what a viewer sees of them.
  const asked = readable.filter((address) => !/\/(agenda|rooms|exhibition|booths)\b/.test(address))
  expect(asked.sort()).toEqual(expected.sort())
  await unchanged(async () => {
    for (const address of addresses) {
      const { status } = await viewer.post(address, { intent: 'save' })
      expect([address, refusals.includes(status)]).toEqual([address, true])
    }
  })
})

test('who has a role in one event reaches that part of that event, and no other', async () => {
  const { database } = majlis.context
  const { email, userId } = await aMember(database, theirs.id, { role: 'viewer' })
  const role = { id: newId(), eventId: ours.first.id, userId, role: 'agenda_editor' as const, createdAt: now }
  await database.write((tx) => tx.insert(assignments).values(role))
  const editor = await signedInVisitor(majlis, email, password)
  const statuses = async (paths: string[]) =>
    Promise.all(paths.map(async (path) => (await editor.get(path)).status))
  const event = `/desk/events/${ours.first.ids.event}`
  const pages = ['', '/agenda', '/agenda/papers', '/agenda/release', '/rooms', '/tracks', '/headsets'].map(
    (path) => event + path,
  )
  expect(await statuses(pages)).toEqual(pages.map(() => 200))
  const closed = [
    '/guests',
    '/requests',
    '/waiting',
    '/inbox',
    '/invite',
    '/mailings',
    '/outbox',
    '/settings',
    '/people',
    '/export/guests.csv',
    ...['/participants', '/participants/list.pdf', '/precedence'],
  ]
  expect(await statuses(closed.map((path) => event + path))).toEqual(closed.map(() => 404))
  expect(await statuses([`/desk/events/${ours.second.ids.event}`, '/desk/members'])).toEqual([404, 404])
})

test('clearance is its officer’s alone: no rank opens it, nor the same role in another event', async () => {
  const { database } = majlis.context
  const gate = (office: Office) => addressesWith(office, office.first.ids, () => true).filter(isClearance)
  const [home = '', person = '', list = ''] = gate(ours)
  expect(gate(ours)).toHaveLength(3)
  const members = await Promise.all([
    aMember(database, ours.id, { role: 'organiser' }),
    aMember(database, ours.id, { role: 'viewer' }),
    aMember(database, ours.id, { role: 'viewer' }),
    aMember(database, theirs.id, { role: 'viewer' }),
  ])
  const [, viewer, ours2nd, theirs1st] = members
  await asOfficer(ours.second.id, ours2nd?.userId)
  await asOfficer(theirs.first.id, theirs1st?.userId)
  const strangers = await Promise.all(members.map(({ email }) => signedInVisitor(majlis, email, password)))
  const forms = { [home]: ['make', 'purge'], [person]: ['open', 'save'], [list]: [''] }
  await unchanged(async () => {
    for (const somebody of [administrator, ...strangers])
      for (const [address, intents] of Object.entries(forms)) {
        expect(await answersTo(somebody, address)).toEqual(nothing(address))
        for (const intent of intents)
          expect([address, intent, (await somebody.post(address, { intent })).status]).toEqual([
            address,
            intent,
            404,
          ])
      }
  })
  const settings = `${home}/settings`
  const mayOrganise = [administrator, strangers[0], strangers[1]].map((somebody) => somebody?.get(settings))
  expect((await Promise.all(mayOrganise)).map((answer) => answer?.status)).toEqual([200, 200, 404])

  await asOfficer(ours.first.id, viewer?.userId)
  const officer = await signedInVisitor(majlis, viewer?.email ?? '', password)
  const seen = await Promise.all([home, person].map((address) => officer.get(address)))
  expect(seen.map(({ status }) => status)).toEqual([200, 200])
  // A list is only given out by a form, which is put on record; its address alone shows nothing.
  expect([(await officer.get(list)).status, (await officer.post(list)).status]).toEqual([404, 200])
  const texts = await Promise.all(seen.map((answer) => answer.text()))
  expect(texts.join()).not.toMatch(/199012345678|48213/)
  expect(await (await officer.post(person, { intent: 'open' })).text()).toContain('199012345678')
})

async function asOfficer(eventId: string, userId = '') {
  const role = { id: newId(), eventId, userId, role: 'clearance_officer' as const, createdAt: now }
  await majlis.context.database.write((tx) => tx.insert(assignments).values(role))
}

/** What only a clearance officer opens. */
function isClearance(address: string): boolean {
  return /\/clearance(?!\/settings)/.test(address)
}

test('who is not signed in is asked to, wherever they knock, and comes back there', async () => {
  const stranger = visitor(majlis)
  await unchanged(async () => {
    for (const address of addressesWith(ours, ours.first.ids, () => true)) {
      const { status, headers } = await stranger.get(address)
      const to = new URLSearchParams({ to: address })
      expect([status, headers.get('Location')]).toEqual([302, `/sign-in?${to}`])
      const posted = await stranger.post(address, { intent: 'save' })
      expect([address, [302, 405].includes(posted.status)]).toEqual([address, true])
    }
  })
})

/** Names in an address that stand for nobody's row. */
const open = [
  'file',
  'sheet',
  'resultsSheet',
  'activitiesSheet',
  'signUpSheet',
  'translation',
  'letterFile',
  'kind',
  'paper',
  'poster',
]

/** Addresses of the desk whose names `wanted` likes, filled with these ids. */
function addressesWith(office: Office, ids: Ids, wanted: (names: string[]) => boolean): string[] {
  const all = {
    ...ids,
    import: office.import,
    dataset: office.dataset,
    figures: office.figures,
    resultsFile: office.resultsFile,
    activitiesFile: office.activitiesFile,
    resultsSheet: 'results.xlsx',
    activitiesSheet: 'template.xlsx',
    unplaced: office.unplaced,
    picture: office.picture,
    letterTemplate: office.letterTemplate,
    programme: office.programme,
    indicator: office.indicator,
    letterFile: 'register.xlsx',
    file: 'guests.csv',
    sheet: 'agenda.csv',
    signUpSheet: 'list.csv',
    translation: 'en-ar.csv',
    paper: 'list.xlsx',
    poster: 'entrance.pdf',
    kind: 'invitation',
  }
  return desk
    .filter((pattern) => wanted(namesIn(pattern).filter((name) => !open.includes(name))))
    .map((pattern) =>
      addressOf(pattern, pattern.startsWith('/desk/directory') ? { file: 'persons.csv' } : all),
    )
}

/** An address that names something within an event. */
function isInner(names: string[]): boolean {
  return names.includes('event') && names.length > 1
}

/** What somebody sees who asks for an address, for its data alone, and posts to it. */
async function answersTo(who: Visitor, address: string) {
  const [read, data, posted] = await Promise.all([
    who.get(address),
    who.get(`${address}.data`),
    who.post(address, { intent: 'save' }),
  ])
  return { address, read: read.status, data: data.status, isRefused: refusals.includes(posted.status) }
}

/** A form is refused as unreadable, as leading nowhere, or since the page takes none; which of them tells nothing. */
const refusals = [400, 404, 405]
const nothing = (address: string) => ({ address, read: 404, data: 404, isRefused: true })

/** Runs `attempts` and finds every table as it was. */
async function unchanged(attempts: () => Promise<void>) {
  const before = await contentsOf(majlis.context.database)
  await attempts()
  expect(await contentsOf(majlis.context.database)).toEqual(before)
}

function rowsNaming(contents: Awaited<ReturnType<typeof contentsOf>>, ids: string[]): string[] {
  const rows = Object.values(contents).flatMap((table) => table.map((row) => JSON.stringify(row)))
  return rows.filter((row) => ids.some((id) => row.includes(id)))
}
