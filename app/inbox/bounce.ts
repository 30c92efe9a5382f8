import type { ReceivedReport } from '#db/schema/inbox.server.ts'
import { header, type ReceivedMail } from './mail.ts'

/** What a returned mail says: of whom, and the Message-IDs of what came back. */
export type Bounce = { reports: ReceivedReport[]; messageIds: string[] }

const fromHosts = /^(mailer-daemon|postmaster|mail-?daemon|bounce|bounces|mdaemon)@|^$/i
const subjects =
  /undeliver|undelivered|delivery (has )?(failed|failure|status notification|delayed|incomplete)|deliver(y|ed).{0,20}(fail|problem|unsuccessful)|returned mail|returned to sender|failure notice|mail delivery|delayed mail|non remis|échec de (la )?remise|تعذر التسليم|نەگەیەنرا/i

/** Whether a host wrote it about another mail (RFC 3464), be it in a shape of its own. */
export function isBounce(mail: ReceivedMail): boolean {
  const { value, params } = mail.contentType
  if (value === 'multipart/report' && params['report-type'] !== undefined)
    return params['report-type'] === 'delivery-status'
  if (header(mail, 'x-failed-recipients') || 'x-ms-exchange-message-is-ndr' in mail.headers) return true
  const isHost = fromHosts.test(mail.from.address) || header(mail, 'return-path') === '<>'
  return isHost && (subjects.test(mail.subject) || /^Final-Recipient:/im.test(mail.evidence))
}

/** Reads a returned mail: its fields where it has them (RFC 3464 §2.3), otherwise what its text gives away. */
export function readBounce(mail: ReceivedMail): Bounce {
  const fields = readFields(mail.evidence)
  const reports = fields ?? readProse(mail)
  return { reports: reports.slice(0, 20), messageIds: messageIdsIn(mail.evidence) }
}

/** The Message-IDs that stand as headers inside a text. */
export function messageIdsIn(evidence: string): string[] {
  const found = [...evidence.matchAll(/^[ >]*Message-ID:\s*(<[^<>\s]{1,500}>)/gim)].map(([, id = '']) => id)
  return [...new Set(found)].slice(0, 20)
}

/** Null where there are none; an empty list where all arrived. */
function readFields(evidence: string): ReceivedReport[] | null {
  if (!/^(Final|Original)-Recipient:/im.test(evidence)) return null
  return evidence
    .replace(/\r/g, '')
    .split(/\n[ \t]*\n/)
    .flatMap((block) => {
      const field = (name: string) =>
        new RegExp(`^${name}:[ \\t]*(.*(?:\\n[ \\t]+.*)*)`, 'im')
          .exec(block)?.[1]
          ?.replace(/\s+/g, ' ')
          .trim() ?? ''
      const recipient = addressIn(field('Final-Recipient')) || addressIn(field('Original-Recipient'))
      if (!recipient) return []
      const action = field('Action').toLowerCase()
      const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field('Status'))?.[0] ?? ''
      const diagnostic = field('Diagnostic-Code').slice(0, 500)
      if (/^(delivered|relayed|expanded)/.test(action)) return []
      const severity = action.startsWith('delayed')
        ? 'delayed'
        : severityOf(status, `${diagnostic}\n${evidence}`, diagnostic)
      return [{ recipient, severity, status, diagnostic }]
    })
}

function addressIn(field: string): string {
  return /[^\s<>;:,"()]+@[^\s<>;:,"()]+/.exec(field.replace(/^[\w-]+;/, ''))?.[0]?.slice(0, 254) ?? ''
}

/** Postfix, Exim, OpenSMTPD, Gmail and others, when they write for people alone. */
function readProse(mail: ReceivedMail): ReceivedReport[] {
  const [said = ''] = mail.evidence.split(
    /^.*(?:-{3,}.*(?:copy|original|header)|Below is a copy|Undelivered Message).*$/im,
  )
  const failed = header(mail, 'x-failed-recipients')
  const recipient = addressIn(failed) || addressIn(said)
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0] ?? ''
  const sentences = said.replace(/\n(?=[ \t])/g, ' ').split('\n')
  const telling = [/\b[45]\d\d[ -]/, /error|fail|reject/i]
    .map((sign) => sentences.find((sentence) => sign.test(sentence)))
    .find(Boolean)
  const diagnostic = telling?.replace(/\s+/g, ' ').trim() ?? ''
  const isWarning =
    /temporary failure report|delayed|will be retried|still being retried|only a warning|warning only/i
  const severity = isWarning.test(`${mail.subject}\n${said}`) ? 'delayed' : severityOf(status, said, said)
  return [{ recipient, severity, status, diagnostic: diagnostic.slice(0, 500) }]
}

const nobodyThere =
  /user unknown|unknown user|no such (user|mailbox|recipient|person)|(user|mailbox|recipient|address|account)[^.\n]{0,40}(not found|unknown|does not exist|doesn.t exist|disabled|inactive|no longer)|invalid (recipient|mailbox)|recipient address rejected|domain (is )?not (found|reachable)|host (or domain name )?not found|bad destination|n.existe pas/i
const full =
  /quota|mailbox (is )?full|over ?quota|not enough disk space|insufficient (disk )?(space|storage)|too large|size limit/i
const refused =
  /spf|dkim|dmarc|spam|block(ed|list)|blacklist|listed|policy|reputation|not allowed to send|relay|authenticat|use the smtp server|rate limit|too many/i

/**
 * `hard` when nobody is there; `soft` when somebody is and it did not get through: a full mailbox, or a host that
 * refuses us rather than the reader. Words count for more than numbers, which many hosts choose carelessly.
 */
function severityOf(status: string, all: string, diagnostic: string): 'hard' | 'soft' {
  const said = diagnostic || all
  if (refused.test(said) && !nobodyThere.test(said)) return 'soft'
  if (full.test(said) && !nobodyThere.test(said)) return 'soft'
  if (/^4\./.test(status)) return 'soft'
  if (/^5\.1\.|^5\.2\.1$|^5\.4\.[14]$/.test(status) || nobodyThere.test(said)) return 'hard'
  if (/^5\.[237]\./.test(status)) return 'soft'
  return /^5\./.test(status) || /\b5\d\d\b/.test(said) || /permanent/i.test(said) ? 'hard' : 'soft'
}

/** Whether a reader's host tells that they called our mail spam (RFC 5965). */
export function isComplaint({ contentType, evidence }: ReceivedMail): boolean {
  const { value, params } = contentType
  return (
    value === 'multipart/report' &&
    params['report-type'] === 'feedback-report' &&
    /^Feedback-Type:\s*(abuse|fraud)/im.test(evidence)
  )
}

/** Whom a complaint came from, and about which mail. */
export function readComplaint({ evidence }: ReceivedMail): Bounce {
  const recipient = addressIn(/^(?:Original-Rcpt-To|Removal-Recipient):(.*)$/im.exec(evidence)?.[1] ?? '')
  const report: ReceivedReport = { recipient, severity: 'hard', status: '', diagnostic: '' }
  return { reports: [report], messageIds: messageIdsIn(evidence) }
}
