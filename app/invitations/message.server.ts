import { and, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { oneLine } from '#app/mail/address.ts'
import type { ComposeRefusal } from '#app/mail/compose.ts'
import { withLineOnTop } from '#app/mail/frame.ts'
import { enqueue, messageIdHost } from '#app/mail/outbox.server.ts'
import { holdsPrivateLink } from '#app/mail/private-link.ts'
import { readMessage } from '#app/mail/read.server.ts'
import { editableStates } from '#app/mail/rules.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { type MailingKind, messages } from '#db/schema/mail.server.ts'
import { readRecipient } from './audience.server.ts'
import { letterWriter } from './letter.ts'
import { leaveOf, linkOf } from './prepare.server.ts'
import { readMailing } from './read.server.ts'
import { textFor } from './rules.ts'
import type { Site } from './token.server.ts'

type StoredMessage = NonNullable<Awaited<ReturnType<typeof readMessage>>>

/** What the editor of one message starts from: what somebody wrote for it, or its mailing's text. Null when neither is. */
export async function readMessageText(read: Reader, scope: EventScope, message: StoredMessage) {
  if (message.edited) return { subject: message.edited.subject, body: message.edited.body }
  const mailing = await readMailing(read, scope, message.mailingId ?? undefined)
  const text = mailing && textFor(mailing, message.language)
  return text ? { subject: text.subject, body: text.body } : null
}

type Edit = { messageId: string; subject: string; body: string; site: Site; now: Date }
export type EditRefusal =
  | { ok: false; reason: 'notFound' | 'notEditable' | 'privateLink' }
  | ({ ok: false; reason: 'badText' } & { because: ComposeRefusal })

/**
 * Writes one message anew as its reader would get it, before the transaction that keeps it. Merge fields are filled
 * for this reader. Refused: another event's (`notFound`), one that has left or is no letter to a guest (`notEditable`),
 * somebody's link in it (`privateLink`), and a text that cannot be merged (`badText`).
 */
export async function rewriteMessage(
  read: Reader,
  scope: EventScope,
  { messageId, subject, body, site }: Edit,
) {
  const message = await readMessage(read, scope, messageId)
  if (!message) return { ok: false, reason: 'notFound' } as const
  const { language, invitationId, attendeeId, kind } = message
  const guest =
    invitationId && message.mailingId && (await readRecipient(read, scope, { invitationId, attendeeId }))
  if (!guest || !isEditable(message)) return { ok: false, reason: 'notEditable' } as const
  if (holdsPrivateLink(subject) || holdsPrivateLink(body))
    return { ok: false, reason: 'privateLink' } as const
  const facts = await readEventFacts(read, scope.eventId)
  const texts = { subject: { [language]: subject }, body: { [language]: body } }
  // Of a mailing, so it is a kind of one.
  const write = letterWriter(facts, texts, kind as MailingKind)
  const leave = leaveOf(site, { officeId: scope.officeId, kind, address: message.to.address })
  const letter = write({ ...guest, language }, linkOf(site, guest), leave)
  if (!letter) return { ok: false, reason: 'notEditable' } as const
  if (!letter.ok) return { ok: false, reason: 'badText', because: letter } as const
  return { ok: true, letter } as const
}

function isEditable({ state }: Pick<StoredMessage, 'state'>): boolean {
  return (editableStates as readonly string[]).includes(state)
}

type Rewritten = Extract<Awaited<ReturnType<typeof rewriteMessage>>, { ok: true }>

/**
 * Keeps what `rewriteMessage` wrote and marks the message as edited. Where the office wants a second person, it needs
 * approval anew. Refused when it has left in between (`notEditable`).
 */
export async function editMessage(
  tx: Tx,
  scope: EventScope,
  { messageId, subject, body, letter, now }: Edit & Pick<Rewritten, 'letter'>,
) {
  const by = scope.actor.kind === 'user' ? scope.actor.id : null
  const state = (await needsSecondPerson(tx, scope)) ? { state: 'draft' as const } : {}
  const { subject: line, text, html } = letter
  const [edited] = await tx
    .update(messages)
    .set({ subject: line, text, html, edited: { subject, body, by, at: now.toISOString() }, ...state })
    .where(
      and(
        eq(messages.id, messageId),
        eq(messages.eventId, scope.eventId),
        inArray(messages.state, [...editableStates]),
      ),
    )
    .returning({ id: messages.id })
  if (!edited) return { ok: false, reason: 'notEditable' } as const
  await tell(tx, scope, { action: 'message.edit', messageId, after: { subject, body }, now })
  return { ok: true } as const
}

/** From when on a message may be sent once more: it arrived, or so it seems. */
const resendable: readonly StoredMessage['state'][] = ['sent', 'bounced', 'unknown']

export function mayResend({ state, html }: Pick<StoredMessage, 'state' | 'html'>): boolean {
  return resendable.includes(state) && html !== ''
}

type Resending = { id: string; messageId: string; line: string; site: Site; now: Date }

/**
 * Sends a copy of a message that has left, under a Message-ID of its own, with a line above its text; wake the worker
 * afterwards. `id` is the form's: sent twice, it makes one copy. Refused: `notFound`, one that has not left or whose
 * text is gone (`notSent`), one whose link is dead (`deadLink`), a line with somebody's link (`privateLink`).
 */
export async function resendMessage(
  tx: Tx,
  scope: EventScope,
  { id, messageId, line, site, now }: Resending,
) {
  const message = await readMessage(tx, scope, messageId)
  if (!message) return { ok: false, reason: 'notFound' } as const
  if (!mayResend(message)) return { ok: false, reason: 'notSent' } as const
  if (holdsPrivateLink(line)) return { ok: false, reason: 'privateLink' } as const
  if (await isLinkDead(tx, scope, message, site)) return { ok: false, reason: 'deadLink' } as const
  const { officeId, eventId, mailingId, invitationId, attendeeId, calendar, calendarMethod } = message
  const copy = await enqueue(tx, {
    ...withLineOnTop(message, oneLine(line)),
    officeId,
    ...(eventId && { eventId }),
    ...(mailingId && { mailingId }),
    ...(invitationId && { invitationId }),
    ...(attendeeId && { attendeeId }),
    ...(calendar && calendarMethod && { calendar, calendarMethod }),
    kind: message.kind,
    to: message.to,
    from: message.from,
    replyTo: message.replyTo,
    language: message.language,
    subject: message.subject,
    holdsSecret: message.holdsSecret,
    enclosures: message.enclosures,
    dedupeKey: `resend:${id}`,
    copyOf: message.id,
    state: 'queued',
    messageIdHost: messageIdHost(site.appUrl),
    now,
  })
  if (copy)
    await tell(tx, scope, { action: 'message.resend', messageId, after: { copy: copy.id, line }, now })
  return { ok: true } as const
}

/** Whether its reader's link was renewed or withdrawn since: the copy would lead nowhere. */
async function isLinkDead(
  read: Reader,
  scope: EventScope,
  message: StoredMessage,
  site: Site,
): Promise<boolean> {
  const { invitationId, attendeeId, officeId, kind } = message
  // The way off the list is no link that dies.
  const text = message.text.replaceAll(
    leaveOf(site, { officeId, kind, address: message.to.address }) ?? '',
    '',
  )
  const printed = message.enclosures ?? []
  if (!invitationId || !(printed.length || holdsPrivateLink(text))) return false
  const guest = await readRecipient(read, scope, { invitationId, attendeeId })
  const link = guest && linkOf(site, guest)
  if (!link || printed.some(({ linkVersion }) => linkVersion !== guest.tokenVersion)) return true
  return holdsPrivateLink(text) && !text.includes(link)
}

type Told = { action: string; messageId: string; after: unknown; now: Date }

function tell(tx: Tx, { officeId, eventId, actor }: EventScope, { messageId, ...fact }: Told): Promise<void> {
  return audit(tx, actor, { officeId, eventId, subjectId: messageId, ...fact })
}
