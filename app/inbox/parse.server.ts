import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import { oneLine } from '#app/mail/address.ts'
import { htmlToText } from '#app/mail/plain-text.ts'
import type { ReceivedMail } from './mail.ts'

const limits = { text: 20_000, html: 400_000, calendar: 64_000, evidence: 200_000, header: 2_000, list: 50 }

/**
 * Reads a mail. Whatever is wrong with it, something readable comes out: at least its headers and text as they stand.
 * May take long over a hostile one, so it is called in a thread that can be ended (`readMail`).
 */
export async function parseMail(bytes: Uint8Array): Promise<ReceivedMail> {
  const raw = withLineEnds(Buffer.from(bytes))
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipImageLinks: true, skipTextLinks: true })
  const headers = headersOf(mail)
  const whole = textOf(mail)
  const { value, params } = contentType(mail.headers.get('content-type'))
  const senders = mail.from?.value ?? []
  return {
    messageId: cut(mail.messageId ?? '', 500),
    subject: cut(oneLine(mail.subject ?? ''), 500),
    from: {
      name: cut(oneLine(senders[0]?.name ?? ''), 200),
      address: cut(oneLine(senders[0]?.address ?? ''), 254),
    },
    hasSeveralSenders: senders.length > 1 || (headers.from?.length ?? 0) > 1,
    recipients: recipientsOf(mail, headers),
    references: referencesOf(mail),
    headers,
    contentType: { value, params },
    text: cut(whole, limits.text),
    isCut: whole.length > limits.text,
    attachments: mail.attachments.slice(0, limits.list).map(({ filename, contentType, size }) => ({
      name: cut(oneLine(filename ?? ''), 200),
      type: cut(oneLine(contentType), 100),
      bytes: size,
    })),
    calendars: calendarsOf(mail, params.method ?? ''),
    evidence: evidenceOf(mail, whole, raw),
  }
}

/** Some programs end lines with CR alone, which no parser takes for a line's end. */
function withLineEnds(raw: Buffer): Buffer {
  return raw.includes(10) ? raw : Buffer.from(raw.toString('latin1').replaceAll('\r', '\n'), 'latin1')
}

function cut(text: string, length: number): string {
  return text.replaceAll('\0', '').slice(0, length).toWellFormed()
}

/** Lines of plain text without controls; HTML is read only where there is nothing else. */
function textOf({ text, html }: ParsedMail): string {
  const plain = text?.trim() ? text : html ? htmlToText(html.slice(0, limits.html)) : ''
  return plain
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
}

function headersOf({ headerLines }: ParsedMail): Record<string, string[]> {
  const headers: Record<string, string[]> = Object.create(null)
  for (const { key, line } of headerLines.slice(0, 500)) {
    const name = key.toLowerCase()
    if (!/^[!-9;-~]{1,100}$/.test(name)) continue
    const value = cut(oneLine(line.slice(line.indexOf(':') + 1)), limits.header)
    headers[name] = [...(headers[name] ?? []), value].slice(0, limits.list)
  }
  return headers
}

/** Where hosts note whom a mail was really for: the sender's own headers need not say. */
const envelopeHeaders = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-rcpt-to',
  'x-forwarded-to',
]

function recipientsOf(mail: ParsedMail, headers: Record<string, string[]>): string[] {
  const named = [mail.to, mail.cc].flat().flatMap((list) => addressesIn(list))
  const noted = envelopeHeaders
    .flatMap((name) => headers[name] ?? [])
    .flatMap((value) => value.match(anyAddress) ?? [])
  return [...new Set([...noted, ...named].map((address) => cut(address, 320)))].slice(0, limits.list)
}

const anyAddress = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g

function addressesIn(list: AddressObject | undefined): string[] {
  return (list?.value ?? []).flatMap(({ address, group }) => [
    ...(address ? [address] : []),
    ...(group ?? []).flatMap((member) => member.address ?? []),
  ])
}

function referencesOf({ inReplyTo, references }: ParsedMail): string[] {
  const all = [inReplyTo ?? '', ...[references ?? []].flat().toReversed()]
  return [...new Set(all.join(' ').match(/<[^<>\s]{1,500}>/g) ?? [])].slice(0, 20)
}

function contentType(value: unknown): ReceivedMail['contentType'] {
  const { value: type = '', params = {} } = (value ?? {}) as {
    value?: string
    params?: Record<string, string>
  }
  const entries = Object.entries(params).map(([name, text]) => [name.toLowerCase(), text.toLowerCase()])
  return { value: type.toLowerCase(), params: Object.fromEntries(entries) }
}

function calendarsOf({ attachments }: ParsedMail, methodOfWhole: string): ReceivedMail['calendars'] {
  return attachments
    .filter(({ contentType }) => /^(text\/calendar|application\/ics)$/i.test(contentType))
    .slice(0, 4)
    .map((part) => {
      const { params } = contentType(part.headers.get('content-type'))
      return { method: (params.method ?? methodOfWhole).toUpperCase(), text: decoded(part, params.charset) }
    })
}

function decoded({ content }: Attachment, charset = 'utf-8'): string {
  const bytes = content.subarray(0, limits.calendar)
  try {
    return cut(new TextDecoder(charset).decode(bytes), limits.calendar)
  } catch {
    return cut(bytes.toString(), limits.calendar)
  }
}

const reports = /^(message\/(delivery-status|feedback-report|rfc822|global.*)|text\/rfc822-headers)$/i

function evidenceOf({ attachments }: ParsedMail, text: string, raw: Buffer): string {
  const parts = attachments
    .filter(({ contentType }) => reports.test(contentType))
    .map(({ content }) => content.subarray(0, limits.evidence).toString('utf8'))
  const body = raw
    .subarray(0, limits.evidence)
    .toString('latin1')
    .replace(/^[\s\S]*?\r?\n\r?\n/, '')
  // The headers of a returned mail that is shown inside are not among the parts.
  const ids = body.match(/^[ >]*Message-ID:.{1,500}$/gim) ?? []
  const found = [text, ...parts, ids.slice(0, 20).join('\n')].join('\n\n')
  // Some reports break the very rules of MIME they announce.
  return cut(text ? found : `${found}\n\n${body}`, limits.evidence)
}
