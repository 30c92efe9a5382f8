import type { messages } from '#db/schema/mail.server.ts'
import type { Enclosed } from './enclosed.server.ts'
import { isAnnouncement } from './suppression.ts'

export type StoredMessage = typeof messages.$inferSelect

/** What a mail says besides its own content. */
export type Post = {
  /** Where it comes back to when it cannot be delivered; null: to its sender. */
  bounceAddress(message: StoredMessage): string | null
  /** Where its reader unsubscribes. */
  unsubscribeUrl(message: StoredMessage): string
  /** The right-hand side of List-Id. */
  host: string
}

/**
 * What nodemailer needs: nothing but what is stored, so that a second copy is the same mail with a new date. No
 * `Precedence: bulk`: it would send invitations to the spam folder.
 */
export function mimeOf(message: StoredMessage, post: Post | null, enclosed: readonly Enclosed[] = []) {
  return {
    messageId: message.messageId,
    date: message.startedAt ?? message.createdAt,
    from: message.from,
    to: [message.to],
    ...(message.replyTo ? { replyTo: [{ name: '', address: message.replyTo }] } : {}),
    envelope: {
      from: post?.bounceAddress(message) ?? message.from.address,
      to: [message.to.address],
    },
    subject: message.subject,
    text: message.text,
    html: message.html,
    ...(message.calendar && message.calendarMethod
      ? { icalEvent: { method: message.calendarMethod, filename: 'invite.ics', content: message.calendar } }
      : {}),
    ...(enclosed.length && { attachments: [...enclosed] }),
    headers: {
      'Content-Language': message.language,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, NRN, AutoReply, RN',
      ...(post && isAnnouncement(message.kind) ? listHeaders(message, post) : {}),
    },
  }
}

/** RFC 8058 §3.1, RFC 2919. Given as they are: the library would fold a long address and so break it. */
function listHeaders(message: StoredMessage, post: Post) {
  const asIs = (value: string) => ({ prepared: true, value })
  return {
    'List-Id': asIs(`<announcements.${message.officeId}.${post.host}>`),
    'List-Unsubscribe': asIs(`<${post.unsubscribeUrl(message)}>`),
    'List-Unsubscribe-Post': asIs('List-Unsubscribe=One-Click'),
  }
}
