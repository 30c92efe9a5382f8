import type { EventScope } from '#app/accounts/scope.server.ts'
import { deskAnswering } from '#app/answers/behalf.server.ts'
import type { Described } from '#app/answers/rules.ts'
import { submitReceivedSubstitute } from '#app/answers/submit-people.server.ts'
import { readDelegation } from '#app/calendar/reply.ts'
import type { Policy } from '#app/invitations/rules.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { derivedId } from '#db/id.server.ts'
import { describeDelegate } from './delegate.server.ts'
import { readDate, speakerIn } from './match.server.ts'
import { type InboxScope, readInboxMail } from './read.server.ts'
import { countReply } from './reply.server.ts'
import { close } from './settle.server.ts'

/** Whom a waiting mail would send in its guest's place, as far as it and the directory know, and whether anybody may come so. */
export type Proposal = { person: Described; policy: Policy }

/**
 * What a calendar's answer that waits proposes. Null for what names nobody, and for those whom others have named: an
 * institution names its people on its own page.
 */
export async function readProposal(
  read: Reader,
  scope: InboxScope,
  mailId: string | undefined,
): Promise<Proposal | null> {
  const proposed = await readProposed(read, scope, mailId)
  if (!proposed) return null
  const { mail, reply, date } = proposed
  const { language } = date.attendee
  const named = { ...readDelegation(mail.calendar ?? ''), address: reply.delegatedTo }
  const person = await describeDelegate(read, mail.officeId, { ...named, language })
  return { person, policy: date.invitation.policy }
}

async function readProposed(read: Reader, scope: InboxScope, mailId: string | undefined) {
  const found = await readInboxMail(read, scope, mailId)
  const mail = found?.mail
  if (mail?.state !== 'waiting' || mail.reply?.participation !== 'delegated') return null
  if (!mail.attendeeId || !mail.partId) return null
  const date = await readDate(read, { attendeeId: mail.attendeeId, partId: mail.partId })
  if (!date || date.event.id !== mail.eventId || date.invitation.organisationId || speakerIn(date))
    return null
  return { mail, reply: mail.reply, date }
}

type Proposing = { mailId: string; person: Described; site: Site; now: Date }

/**
 * Takes a mail as its guest's wish to send somebody, on the invitation's own terms: where it is open they come at once,
 * else the organiser is asked. Refused: what proposes nobody (`notFound`), and whatever a guest's own wish is refused for.
 */
export async function proposeSubstitute(
  database: Database,
  scope: EventScope,
  { mailId, person, site, now }: Proposing,
) {
  const proposed = await readProposed(database.read, scope, mailId)
  if (!proposed) return { ok: false, reason: 'notFound' } as const
  const { mail, reply, date } = proposed
  const { invitation, attendance, attendee } = date
  const note = reply.comment.slice(0, 500)
  return submitReceivedSubstitute(
    database,
    deskAnswering(scope, invitation.id),
    {
      ...{ id: derivedId(invitation.id, mail.fingerprint), person, language: attendee.language },
      source: { via: 'calendar', enteredBy: scope.actor.id, note },
      ...{ site, now },
    },
    async (tx, name) => {
      const named = await name()
      if (!named.ok) return named
      await countReply(tx, attendance, reply)
      await close(tx, scope, { mail, state: 'recorded', now })
      return { ok: true } as const
    },
  )
}
