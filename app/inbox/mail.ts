import type { ReceivedAttachment } from '#db/schema/inbox.server.ts'

/** A mail as our mailbox got it, read but not judged. */
export type ReceivedMail = {
  messageId: string
  subject: string
  from: { name: string; address: string }
  /** More senders than one are named: no honest program does that. */
  hasSeveralSenders: boolean
  /** Every address it says it was for, in headers of the sender and of the hosts it passed. */
  recipients: string[]
  /** Message-IDs it answers, the nearest first. */
  references: string[]
  /** In lower case by name; several where a header stands more than once, the topmost first. */
  headers: Record<string, string[]>
  /** Type and parameters of the whole, in lower case. */
  contentType: { value: string; params: Record<string, string> }
  text: string
  isCut: boolean
  attachments: ReceivedAttachment[]
  /** Calendar parts with the method their type names. */
  calendars: { method: string; text: string }[]
  /** All that could hold a report's fields or the returned mail's headers. */
  evidence: string
}

export function header({ headers }: Pick<ReceivedMail, 'headers'>, name: string): string {
  return headers[name]?.[0] ?? ''
}
