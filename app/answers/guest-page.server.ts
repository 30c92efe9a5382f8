import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readMessagesTo } from '#app/mail/read.server.ts'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { answers, attendees } from '#db/schema/invitations.server.ts'
import { deskAnswering } from './behalf.server.ts'
import { readStanding } from './standing.server.ts'

const told = [
  'invitation.renewLink',
  'invitation.sendLink',
  'invitation.wrongRecipient',
  'invitation.withdraw',
  'invitation.requestSeat',
  'invitation.requestAlternate',
  'invitation.requestRefuse',
  'invitation.nameSubstitute',
  'invitation.withdrawSubstitute',
  'invitation.terms',
]

/** One invitation of this event with everything that happened to it, in order; null when it is not there. */
export async function readGuestPage(read: Reader, scope: EventScope, invitationId: string) {
  const standing = await readStanding(read, deskAnswering(scope, invitationId))
  if (!standing) return null
  const [mails, given, deeds] = await Promise.all([
    readMessagesTo(read, scope, invitationId),
    read
      .select({
        id: answers.id,
        status: answers.status,
        reason: answers.reason,
        note: answers.note,
        via: answers.via,
        at: answers.at,
        part: parts.name,
        names: attendees.names,
        enteredBy: users.name,
      })
      .from(answers)
      .innerJoin(parts, eq(parts.id, answers.partId))
      .leftJoin(attendees, eq(attendees.id, answers.attendeeId))
      .leftJoin(users, eq(users.id, answers.enteredBy))
      .where(and(eq(answers.invitationId, invitationId), eq(answers.eventId, scope.eventId)))
      .orderBy(asc(answers.at), asc(answers.id)),
    read
      .select({
        id: auditEntries.id,
        action: auditEntries.action,
        after: auditEntries.after,
        at: auditEntries.at,
        by: users.name,
      })
      .from(auditEntries)
      .leftJoin(users, eq(users.id, auditEntries.actorId))
      .where(and(eq(auditEntries.subjectId, invitationId), inArray(auditEntries.action, told)))
      .orderBy(desc(auditEntries.at)),
  ])
  return { ...standing, story: storyOf(standing.invitation.createdAt, mails, given, deeds) }
}

type Mail = { kind: string; state: string; subject: string; at: Date }
type Given = { at: Date }
type Deed = { action: string; after: unknown; at: Date; by: string | null; id: string }

/** One line of time out of three tables. */
function storyOf<M extends Mail, G extends Given>(
  createdAt: Date,
  mails: readonly M[],
  given: readonly G[],
  deeds: readonly Deed[],
) {
  const chapters = [
    { kind: 'made' as const, at: createdAt },
    ...mails.map((mail) => ({ kind: 'mail' as const, at: mail.at, mail })),
    ...given.map((answer) => ({ kind: 'answer' as const, at: answer.at, answer })),
    ...deeds.map(({ id, at, by, action, after }) => ({
      kind: 'deed' as const,
      at,
      deed: { id, by, action: action.replace('invitation.', ''), note: noteIn(after) },
    })),
  ]
  return chapters.sort((a, b) => a.at.getTime() - b.at.getTime())
}

function noteIn(after: unknown): string {
  return typeof after === 'object' && after && 'note' in after ? String(after.note) : ''
}
