/*
 * Mails as the programs of guests and hosts write them, in their shapes but our own words.
 */

type ReplyGiven = {
  uid: string
  to: string
  from?: string
  attendee?: string
  partstat?: string
  sequence?: number
  stampedAt?: string
  startsAt?: string
  comment?: string
  headers?: string[]
}

const crlf = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`
let made = 0
const fresh = (host: string) => `<${Date.now()}.${made++}@${host}>`

function withDefaults({ from = 'ali@guest.example', attendee, ...given }: ReplyGiven) {
  return {
    partstat: 'ACCEPTED',
    sequence: 0,
    stampedAt: '20261123T093000Z',
    startsAt: '20261214T060000Z',
    comment: '',
    headers: [] as string[],
    ...given,
    from,
    attendee: attendee ?? from,
  }
}

/** Outlook on Exchange: base64, times in a Windows zone, no ORGANIZER. */
export function outlookReply(given: ReplyGiven): string {
  const { uid, to, from, attendee, partstat, sequence, stampedAt, comment, headers } = withDefaults(given)
  const calendar = crlf([
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'PRODID:Microsoft Exchange Server 2010',
    'VERSION:2.0',
    'BEGIN:VTIMEZONE',
    'TZID:Arabic Standard Time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `ATTENDEE;PARTSTAT=${partstat};CN=Ali Hassan:mailto:${attendee}`,
    `COMMENT;LANGUAGE=en-US:${comment}\\n`,
    `UID:${uid}`,
    'SUMMARY;LANGUAGE=en-US:Accepted: Partner meeting',
    'DTSTART;TZID=Arabic Standard Time:20261214T090000',
    'DTEND;TZID=Arabic Standard Time:20261214T153000',
    'CLASS:PUBLIC',
    'PRIORITY:5',
    `DTSTAMP:${stampedAt}`,
    'TRANSP:OPAQUE',
    'STATUS:CONFIRMED',
    `SEQUENCE:${sequence}`,
    'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
  return crlf([
    ...headers,
    `From: "Ali Hassan" <${from}>`,
    `To: IOM Iraq Events <${to}>`,
    'Subject: Accepted: Partner meeting',
    'Thread-Topic: Partner meeting',
    'Date: Mon, 23 Nov 2026 09:30:00 +0000',
    `Message-ID: ${fresh('prod.outlook.example')}`,
    'Content-Language: en-US',
    'X-MS-Has-Attach: ',
    'Content-Type: multipart/alternative; boundary="_000_outlook_"',
    'MIME-Version: 1.0',
    '',
    '--_000_outlook_',
    'Content-Type: text/plain; charset="us-ascii"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    comment,
    '',
    '--_000_outlook_',
    'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(calendar)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
    '--_000_outlook_--',
  ])
}

/** Gmail: the file twice, as an alternative and attached; ORGANIZER is the address the mail goes to. */
export function gmailReply(given: ReplyGiven): string {
  const { uid, to, from, attendee, partstat, sequence, stampedAt, startsAt, comment, headers } =
    withDefaults(given)
  const calendar = crlf([
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `DTSTART:${startsAt}`,
    'DTEND:20261214T123000Z',
    `DTSTAMP:${stampedAt}`,
    `ORGANIZER;CN=IOM Iraq Events:mailto:${to}`,
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=Ali `,
    ` Hassan;X-NUM-GUESTS=0${comment && `;X-RESPONSE-COMMENT="${comment}"`}:mailto:${attendee}`,
    ...(comment ? [`COMMENT:${comment}`] : []),
    'CREATED:20261123T092959Z',
    'LAST-MODIFIED:20261123T093000Z',
    `SEQUENCE:${sequence}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Partner meeting',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
  return crlf([
    ...headers,
    'MIME-Version: 1.0',
    `Reply-To: Ali Hassan <${from}>`,
    'Sender: Google Calendar <calendar-notification@google.example>',
    `Message-ID: ${fresh('google.example')}`,
    'Date: Mon, 23 Nov 2026 09:30:00 +0000',
    'Subject: Accepted: Partner meeting @ Mon Dec 14, 2026',
    `From: Ali Hassan <${from}>`,
    `To: ${to}`,
    'Content-Type: multipart/mixed; boundary="00000000mixed"',
    '',
    '--00000000mixed',
    'Content-Type: multipart/alternative; boundary="00000000alt"',
    '',
    '--00000000alt',
    'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
    '',
    'Ali Hassan has accepted this invitation.',
    '',
    '--00000000alt',
    'Content-Type: text/calendar; charset="UTF-8"; method=REPLY',
    'Content-Transfer-Encoding: 7bit',
    '',
    calendar,
    '--00000000alt--',
    '--00000000mixed',
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(calendar).toString('base64'),
    '--00000000mixed--',
  ])
}

/** Apple's calendar: one part and nothing else, the attendee with more parameters than anybody needs. */
export function appleReply(given: ReplyGiven): string {
  const { uid, to, from, attendee, partstat, sequence, stampedAt, startsAt, headers } = withDefaults(given)
  return crlf([
    ...headers,
    `From: Ali Hassan <${from}>`,
    `To: ${to}`,
    'Content-Type: text/calendar; charset=utf-8; method=REPLY; name=iCalendar.ics',
    'Content-Transfer-Encoding: 8bit',
    'Mime-Version: 1.0',
    'Subject: Declined: Partner meeting',
    `Message-Id: ${fresh('me.example')}`,
    'Date: Mon, 23 Nov 2026 09:30:00 +0000',
    '',
    'BEGIN:VCALENDAR',
    'CALSCALE:GREGORIAN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'PRODID:-//Apple Inc.//macOS 15.0//EN',
    'BEGIN:VEVENT',
    `ATTENDEE;CN="علي حسن";CUTYPE=INDIVIDUAL;PARTSTAT=${partstat};EMAIL="${attendee}":m`,
    ` ailto:${attendee}`,
    `DTEND:20261214T123000Z`,
    `DTSTAMP:${stampedAt}`,
    `DTSTART:${startsAt}`,
    'LAST-MODIFIED:20261123T093000Z',
    `ORGANIZER;CN="IOM Iraq Events":mailto:${to}`,
    `SEQUENCE:${sequence}`,
    'SUMMARY:Partner meeting',
    `UID:${uid}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ])
}

type ReportGiven = {
  to: string
  recipient: string
  messageId?: string
  action?: string
  status?: string
  diagnostic?: string
}

/** Postfix and most hosts: a report by the book (RFC 3464). */
export function bounceReport(given: ReportGiven): string {
  const { to, recipient, messageId, action = 'failed', status = '5.1.1' } = given
  const diagnostic = given.diagnostic ?? `smtp; 550 ${status} <${recipient}>: no such user here`
  return crlf([
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.guest.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${to}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Message-Id: ${fresh('mx.guest.example')}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b0unce"',
    '',
    '--b0unce',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your mail could not be handed over. The report below says why.',
    '',
    '--b0unce',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.guest.example',
    'Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Original-Recipient: rfc822;${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--b0unce',
    'Content-Type: text/rfc822-headers',
    '',
    'From: IOM Iraq Events <events@majlis.example>',
    `To: <${recipient}>`,
    'Subject: Invitation',
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    '',
    '--b0unce--',
  ])
}

/** Exim and its like: for people only, no report inside. */
export function proseBounce({ to, recipient, messageId, diagnostic }: ReportGiven): string {
  return crlf([
    `X-Failed-Recipients: ${recipient}`,
    'Auto-Submitted: auto-replied',
    'From: Mail Delivery System <Mailer-Daemon@mx.guest.example>',
    `To: ${to}`,
    'Subject: Mail delivery failed: returning message to sender',
    `Message-Id: ${fresh('mx.guest.example')}`,
    '',
    'A message that you sent could not be delivered. This is a permanent error.',
    '',
    `  ${recipient}`,
    '    host mx.guest.example [192.0.2.20]:',
    `    ${diagnostic ?? '550 Unknown user'}`,
    '',
    '------ This is a copy of the message, including all the headers. ------',
    '',
    'From: IOM Iraq Events <events@majlis.example>',
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    'Subject: Invitation',
  ])
}

/** A reader pressed “this is spam” (RFC 5965). */
export function complaint({ to, recipient, messageId }: ReportGiven): string {
  return crlf([
    'From: <feedback@mail.example>',
    `To: ${to}`,
    'Subject: Email feedback report',
    'MIME-Version: 1.0',
    `Message-ID: ${fresh('mail.example')}`,
    'Content-Type: multipart/report; report-type=feedback-report; boundary="arf"',
    '',
    '--arf',
    'Content-Type: text/plain',
    '',
    'This is an email abuse report.',
    '--arf',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    `Original-Rcpt-To: <${recipient}>`,
    '--arf',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    'From: <events@majlis.example>',
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    'Subject: Invitation',
    '',
    'Please come.',
    '--arf--',
  ])
}

type LetterGiven = {
  to?: string
  from?: string
  subject?: string
  text?: string
  headers?: string[]
  messageId?: string
}

/** A mail somebody wrote. */
export function writtenMail(given: LetterGiven = {}): string {
  const { from = 'ali@guest.example', to = 'events@majlis.example', headers = [] } = given
  return crlf([
    ...headers,
    `From: Ali Hassan <${from}>`,
    `To: ${to}`,
    `Subject: ${given.subject ?? 'Re: Invitation'}`,
    'Date: Mon, 23 Nov 2026 09:30:00 +0000',
    `Message-ID: ${given.messageId ?? fresh('guest.example')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    given.text ?? 'I will come with pleasure.',
  ])
}
