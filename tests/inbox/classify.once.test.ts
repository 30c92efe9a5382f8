import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEntry, calendarEntry } from '#app/calendar/entry.ts'
import { readReply, readUid } from '#app/calendar/reply.ts'
import { classify } from '#app/inbox/classify.ts'
import { parseMail } from '#app/inbox/parse.server.ts'
import {
  appleReply,
  bounceReport,
  complaint,
  gmailReply,
  outlookReply,
  proseBounce,
  writtenMail,
} from '#tests/support/mime.ts'

const uid = '019ab000-0000-7000-8000-000000000001.019ab000-0000-7000-8000-000000000002@majlis.example'
const to = 'rsvp@majlis.example'
const about = { to, recipient: 'ali@guest.example', messageId: '<one@majlis.example>' }

async function sorted(raw: string | Uint8Array) {
  return classify(await parseMail(Buffer.from(raw)))
}

test.each([
  ['Outlook', outlookReply],
  ['Gmail', gmailReply],
  ['Apple', appleReply],
])('an answer of %s is read whole', async (_, shape) => {
  const found = await sorted(shape({ uid, to, partstat: 'DECLINED', sequence: 2 }))
  expect(found).toMatchObject({
    kind: 'reply',
    reply: {
      method: 'REPLY',
      uid,
      participation: 'declined',
      attendee: 'ali@guest.example',
      sequence: 2,
      stampedAt: '2026-11-23T09:30:00.000Z',
      startsAt: '2026-12-14T06:00:00.000Z',
    },
  })
})

test('what a guest writes beside the answer is kept, and who is sent instead', async () => {
  const said = await sorted(gmailReply({ uid, to, comment: 'I arrive at ten' }))
  expect(said).toMatchObject({ reply: { comment: 'I arrive at ten' } })
  const delegated = outlookReply({ uid, to, partstat: 'DELEGATED;DELEGATED-TO="mailto:sara@guest.example"' })
  expect(await sorted(delegated)).toMatchObject({
    reply: { participation: 'delegated', delegatedTo: 'sara@guest.example' },
  })
  const counter = appleReply({ uid, to, startsAt: '20261215T060000Z' }).replaceAll('REPLY', 'COUNTER')
  expect(await sorted(counter)).toMatchObject({
    reply: { method: 'COUNTER', startsAt: '2026-12-15T06:00:00.000Z' },
  })
})

test('a UID that Outlook wrapped is unwrapped, one of others names nobody', () => {
  const inside = Buffer.from(`${uid}\0`, 'latin1').toString('hex')
  const wrapped = `040000008200E00074C5B7101A82E008000000000000000000000000000000000000000031000000${'7643616C2D55696401000000'}${inside}`
  const file = gmailReply({ uid: wrapped, to }).match(/BEGIN:VCALENDAR[\s\S]*?END:VCALENDAR/)?.[0] ?? ''
  expect(readUid(readReply(file)?.uid ?? '')).toEqual(readUid(uid))
  expect(readUid('7kukuqrfedlm2f9t@google.com')).toBeNull()
})

test.each(['', 'BEGIN:VCALENDAR', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR', '\0\0', 'nothing'])(
  'a broken file (%j) answers nothing',
  (file) => {
    expect(readReply(file, 'REPLY')).toBeNull()
  },
)

test('an invitation that somebody else sends is a mail to be read', async () => {
  expect(await sorted(appleReply({ uid, to }).replaceAll('REPLY', 'REQUEST'))).toEqual({ kind: 'mail' })
})

test.each([
  ['nobody there', bounceReport(about), 'hard', '5.1.1'],
  [
    'mailbox full',
    bounceReport({ ...about, status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 over quota' }),
    'soft',
    '5.2.2',
  ],
  ['not yet', bounceReport({ ...about, action: 'delayed', status: '4.4.1' }), 'delayed', '4.4.1'],
  ['given up', bounceReport({ ...about, status: '4.4.7', diagnostic: 'smtp; timed out' }), 'soft', '4.4.7'],
  [
    'refused us',
    bounceReport({ ...about, status: '5.7.1', diagnostic: 'smtp; 554 blocked as spam' }),
    'soft',
    '5.7.1',
  ],
  [
    'careless number',
    bounceReport({ ...about, status: '5.0.0', diagnostic: 'smtp; 550 no such user' }),
    'hard',
    '5.0.0',
  ],
  ['in words', proseBounce(about), 'hard', ''],
  ['in words, full', proseBounce({ ...about, diagnostic: '452 4.2.2 Mailbox full' }), 'soft', '4.2.2'],
])('a returned mail: %s', async (_, raw, severity, status) => {
  const found = await sorted(raw)
  expect(found).toMatchObject({
    kind: 'bounce',
    bounce: {
      reports: [{ recipient: 'ali@guest.example', severity, status }],
      messageIds: ['<one@majlis.example>'],
    },
  })
})

test('a report of success is no bounce, a complaint is none either', async () => {
  expect(await sorted(bounceReport({ ...about, action: 'delivered', status: '2.0.0' }))).toEqual({
    kind: 'auto',
  })
  expect(await sorted(complaint(about))).toMatchObject({
    kind: 'complaint',
    bounce: { reports: [{ recipient: 'ali@guest.example' }], messageIds: ['<one@majlis.example>'] },
  })
})

test.each([
  ['Exchange', { headers: ['X-Auto-Response-Suppress: All', 'Auto-Submitted: auto-generated'] }],
  ['RFC 3834', { headers: ['Auto-Submitted: auto-replied (vacation)'] }],
  ['cPanel', { headers: ['X-Autorespond: Re: Invitation'] }],
  ['Apple', { headers: ['X-Apple-Action: VACATION'] }],
  ['words alone, French', { subject: 'Réponse automatique : Invitation' }],
  ['words alone, Arabic', { subject: '=?utf-8?B?2LHYryDYqtmE2YLYp9im2Yo6INiv2LnZiNip?=' }],
])('a note that nobody is there (%s) is told from a mail', async (_, given) => {
  expect(await sorted(writtenMail(given))).toEqual({ kind: 'auto' })
})

test('a person who writes about a bounce or an office is a person', async () => {
  for (const subject of ['Re: Undelivered Mail Returned to Sender', 'Our new office', 'Automatic doors'])
    expect(await sorted(writtenMail({ subject, text: 'Final-Recipient: rfc822; x@y.example' }))).toEqual({
      kind: 'mail',
    })
})

test('whatever bytes come, a mail comes out of them', async () => {
  const pieces = fc.constantFrom(
    ...[
      '\r\n',
      '\n',
      'Content-Type: multipart/mixed; boundary="x"\r\n',
      '--x\r\n',
      '--x--',
      'From: <<>>,"\r\n',
    ],
    ...[
      'Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR',
      'Content-Transfer-Encoding: base64\r\n',
    ],
    ...[
      'Subject: =?utf-8?B?////?=\r\n',
      '\0',
      'To: a@b, <c@d>: ;\r\n',
      'Content-Type: text/html\r\n\r\n<a<b<c',
    ],
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(pieces, { maxLength: 30 }).map((all) => Buffer.from(all.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (raw) => {
      const mail = await parseMail(raw)
      expect(JSON.stringify(mail)).not.toContain('\\u0000')
      classify(mail)
    }),
    { numRuns: 150 },
  )
})

test('what our own files ask is read back from an answer, whatever the guest says beside it', () => {
  const date: CalendarEntry = {
    ...{ method: 'REQUEST', uid, sequence: 3, stampedAt: new Date(0), status: 'CONFIRMED', language: 'ar' },
    ...{
      startsAt: new Date('2026-12-14T06:00:00Z'),
      endsAt: new Date('2026-12-14T12:30:00Z'),
      summary: 'اجتماع',
    },
    attendee: { name: 'علي', address: 'ali@guest.example', partstat: 'NEEDS-ACTION' },
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }), (name, said) => {
      const file = calendarEntry({
        ...date,
        summary: said,
        attendee: { name, address: 'ali@guest.example', partstat: 'ACCEPTED' },
      })
      const answer = readReply(file.replace('METHOD:REQUEST', 'METHOD:REPLY'))
      expect(answer).toMatchObject({
        uid,
        sequence: 3,
        participation: 'accepted',
        attendee: 'ali@guest.example',
      })
    }),
    { numRuns: 200 },
  )
})

const samples = new URL('../../../shared/data/mail/bounces/', import.meta.url).pathname

test.skipIf(!existsSync(samples))(
  'real samples (../shared/data/mail/bounces) are all told apart',
  async () => {
    const table: string[] = []
    for (const path of globSync(`${samples}*.eml`).sort()) {
      const found = await sorted(readFileSync(path))
      const severities = 'bounce' in found ? found.bounce.reports.map(({ severity }) => severity) : []
      table.push([basename(path, '.eml'), found.kind, ...severities].join(' '))
    }
    expect(table).toEqual([
      'lhost-exim-01 bounce soft',
      'lhost-exim-04 bounce soft',
      'lhost-gmail-04 bounce soft',
      'lhost-office365-03 bounce soft',
      'lhost-opensmtpd-01 bounce hard',
      'lhost-opensmtpd-04 bounce delayed',
      'lhost-outlook-03 bounce hard',
      'lhost-postfix-02 bounce hard hard',
      'lhost-postfix-05 bounce soft',
      'lhost-postfix-08 bounce soft',
      'lhost-sendmail-02 bounce hard hard',
      'rfc3464-01 bounce hard',
      'rfc3464-06 bounce hard',
      'rfc3464-09 bounce delayed',
      'rfc3834-03 auto',
    ])
  },
)
