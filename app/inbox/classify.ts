import { readReply } from '#app/calendar/reply.ts'
import type { ReceivedReply } from '#db/schema/inbox.server.ts'
import { isAutoReply } from './auto-reply.ts'
import { type Bounce, isBounce, isComplaint, readBounce, readComplaint } from './bounce.ts'
import type { ReceivedMail } from './mail.ts'

export type Classified =
  | { kind: 'reply'; reply: ReceivedReply; calendar: string }
  | { kind: 'bounce'; bounce: Bounce }
  | { kind: 'complaint'; bounce: Bounce }
  | { kind: 'auto' }
  | { kind: 'mail' }

/** What a mail is. A calendar's answer counts even when a program says it sent it: calendars are programs. */
export function classify(mail: ReceivedMail): Classified {
  if (isComplaint(mail)) return { kind: 'complaint', bounce: readComplaint(mail) }
  if (isBounce(mail)) {
    const bounce = readBounce(mail)
    // A host that reports success, as some do unasked, has nothing to tell.
    return bounce.reports.length ? { kind: 'bounce', bounce } : { kind: 'auto' }
  }
  for (const { method, text } of mail.calendars) {
    const reply = readReply(text, method)
    if (reply) return { kind: 'reply', reply, calendar: text }
  }
  return { kind: isAutoReply(mail) ? 'auto' : 'mail' }
}
