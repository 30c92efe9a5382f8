import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { calendarEntry } from '#app/calendar/entry.ts'
import { languages } from '#app/i18n/languages.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { mailingKinds, textFor } from '#app/invitations/rules.ts'
import { readTemplates, readTexts, resetTemplate, saveTemplate } from '#app/invitations/texts.server.ts'
import { oneLine } from '#app/mail/address.ts'
import { composeMail } from '#app/mail/compose.ts'
import { automaticFields, linkFields, type MergeField, mergeFields } from '#app/mail/merge-fields.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'
import { hostileText } from '#tests/support/hostile.ts'

const kind = 'confirmation' as const

test('an event’s text overlies its office’s, and that one ours, language by language', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const [event, sister] = [
    await anEvent(database, { officeId: office.id }),
    await anEvent(database, { officeId: office.id }),
  ]
  const ours = defaultTexts(kind)
  const write = (scope: typeof office.scope | typeof event.scope, texts: typeof ours) =>
    database.write((tx) => saveTemplate(tx, scope, { kind, texts, now }))
  const subjects = async (of: { officeId: string; eventId?: string }) =>
    (await readTexts(database.read, of, kind)).subject

  const all = { subject: { ...ours.subject, en: 'Office', fr: 'Bureau' }, body: ours.body }
  expect(await write(office.scope, all)).toEqual({ ok: true })
  expect(await subjects(event.scope)).toEqual({ ...ours.subject, en: 'Office', fr: 'Bureau' })
  expect(await write(event.scope, { subject: { en: 'Event' }, body: { en: 'Words.' } })).toEqual({ ok: true })
  expect(await subjects(event.scope)).toEqual({ ...ours.subject, en: 'Event', fr: 'Bureau' })
  expect(await subjects(sister.scope)).toEqual({ ...ours.subject, en: 'Office', fr: 'Bureau' })
  const shown = (await readTemplates(database.read, event.scope)).find((one) => one.kind === kind)
  expect([shown?.sources, shown?.isOwn]).toEqual([
    { en: 'event', fr: 'office', ar: 'majlis', ckb: 'majlis' },
    true,
  ])

  // What says the same as what stands beneath follows it from then on.
  expect(await write(event.scope, await readTexts(database.read, { officeId: office.id }, kind))).toEqual({
    ok: true,
  })
  expect(await subjects(event.scope)).toEqual({ ...ours.subject, en: 'Office', fr: 'Bureau' })
  await database.write((tx) => resetTemplate(tx, office.scope, { kind, now }))
  expect(await subjects(event.scope)).toEqual(ours.subject)
  const told = (await database.read.select().from(auditEntries)).map(({ action }) => action)
  expect(told).toEqual(['template.edit', 'template.edit', 'template.reset', 'template.reset'])
})

test('a template nobody may be sent is refused', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  for (const body of ['{{ guest.nmae }}', '{% for x in y %}', 'https://x.example/r/9kQ2bT7mXc4Lr8WsZ1aYpE'])
    expect(
      await database.write((tx) =>
        saveTemplate(tx, scope, { kind, texts: { subject: { en: 'S' }, body: { en: body } }, now }),
      ),
    ).toEqual({ ok: false, reason: 'badText' })
})

test('a confirmation is what office and event write, and ours where they write nothing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const texts = {
    subject: { en: '{{ answer.headline }} – {{ guest.name }}' },
    body: { en: 'Your Excellency,\n\n{{ answer.status }}\n\nKind regards' },
  }
  await database.write((tx) => saveTemplate(tx, event.scope, { kind, texts, now }))
  const english = await aGuest(database, event)
  const arabic = await aGuest(database, event, { language: 'ar', email: 'ar@guest.example' })
  const given = anAnswer(event.meeting.id, 'accepted')
  await submitAnswer(database, english.scope, { given, site, now })
  await submitAnswer(database, arabic.scope, { given: { ...given, requestId: null }, site, now })
  const mails = await database.read.select().from(messages)
  const to = (address: string) => mails.find((mail) => mail.to.address === address)
  expect(to('ali@guest.example')?.subject).toBe('You are coming – Ali Hassan')
  expect(to('ali@guest.example')?.text).toContain('Your Excellency,\n\nPartner meeting: you are coming')
  expect(to('ar@guest.example')?.subject).toBe('حضوركم مؤكد: اجتماع شركاء برنامج إنعاش المجتمع')
})

test('every default is whole in every language', () => {
  for (const one of ['save_the_date', 'change', 'cancellation', 'thanks', kind] as const)
    for (const language of languages) expect(textFor(defaultTexts(one), language)?.language).toBe(language)
})

const guests = mergeFields.filter((field) => !linkFields.includes(field))
const link = 'https://majlis.example/r/9kQ2bT7mXc4Lr8WsZ1aYpE'

/** Every field in text, in a heading, in words of a link, in the address of one, and in a link's title. */
const everywhere = guests
  .map((field) => {
    const code = `{{ ${field} }}`
    return `${code}\n\n## ${code}\n\n[${code}]({{ answer.link }})\n\n[x](https://site.example/?q=${code} "${code}")`
  })
  .join('\n\n')

/** What a reader can be led to by a mail's HTML. */
function addressesIn(html: string): string[] {
  return [...html.matchAll(/<[a-z][^>]*?\s(?:href|src|action|background)="([^"]*)"/gi)].map(([, to]) =>
    String(to),
  )
}

test('whatever a value says, it stands there as it is: in subject, HTML, addresses, text and calendar', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: guests.length, maxLength: guests.length }), (texts) => {
      const values = Object.fromEntries(guests.map((field, i) => [field, texts[i] ?? ''])) as Record<
        MergeField,
        string
      >
      const mail = composeMail({
        language: 'en',
        subject: guests.map((field) => `{{ ${field} }}`).join('|'),
        markdown: everywhere,
        values: { ...values, 'answer.link': link },
        office: { name: values['office.name'] },
      })
      if (!mail.ok) throw new Error(mail.reason)
      const said = guests.map((field) => oneLine(values[field]))
      expect(`${said.join('|')}`.slice(0, 200).trim()).toBe(mail.subject.slice(0, 200).trim())
      onlyOurTags(mail.html)
      for (const address of addressesIn(mail.html))
        expect(address === link || address.startsWith('https://site.example/?q=')).toBe(true)
      for (const line of said) if (line) expect(mail.text).toContain(line)
      expect(calendarReads(said[0] ?? '')).toBe(true)
    }),
    { numRuns: 60 },
  )
})

const ourTags = new Set(
  'html head meta title style body table tr td div p h1 h2 h3 h4 a bdi br strong em ul ol li span'.split(' '),
)

/** Tags and attributes are ours alone. */
function onlyOurTags(html: string): void {
  const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag))
  expect([...tags].filter((tag) => !ourTags.has(String(tag)))).toEqual([])
  expect(/<[^>]*\son\w+=/i.test(html.replace(/"[^"]*"/g, '""'))).toBe(false)
}

test('our own letters in each language hold whatever a guest is called, and lead nowhere but to their link', () => {
  const kinds = mailingKinds.filter((one) => one !== 'announcement')
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom(...languages),
      hostileText,
      (one, language, name) => {
        const { subject, body } = defaultTexts(one)
        const values = Object.fromEntries(guests.map((field) => [field, name])) as Record<MergeField, string>
        const mail = composeMail({
          ...{ language, subject: subject[language] ?? '', markdown: body[language] ?? '' },
          values: { ...values, 'answer.link': link },
          office: { name },
        })
        if (!mail.ok) throw new Error(mail.reason)
        onlyOurTags(mail.html)
        expect(addressesIn(mail.html).filter((address) => address !== link)).toEqual([])
        expect(withoutMarks(mail.text)).toContain(withoutMarks(oneLine(name)))
        expect(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u.test(mail.subject)).toBe(false)
      },
    ),
    { numRuns: 150 },
  )
})

/** A name of the other direction is kept together by marks that nobody sees. */
const withoutMarks = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

/** Whether a name in a calendar file is one property's text, and nothing else came of it. */
function calendarReads(name: string): boolean {
  const file = calendarEntry({
    uid: 'x@majlis.example',
    sequence: 0,
    stampedAt: now,
    startsAt: now,
    endsAt: new Date(now.getTime() + 3_600_000),
    summary: name,
    location: name,
    description: name,
    status: 'CONFIRMED',
    language: 'en',
    method: 'REQUEST',
    organizer: { name, address: 'events@majlis.example' },
    attendee: { name, address: 'ali@guest.example', partstat: 'ACCEPTED' },
  })
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')
  return events.length === 1 && events[0]?.getAllProperties('attendee').length === 1
}

test('fields of automatic letters are fields of ours', () => {
  for (const field of automaticFields) expect(mergeFields).toContain(field)
})
