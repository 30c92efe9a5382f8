import { and, asc, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { questionsEverAsked } from '#app/questions/said.server.ts'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'

type Traces = { attendeeId: string; answers: Record<string, string[]> }[]

/**
 * Which of the event's questions the people of an invitation answered, and which answers they changed: by the questions'
 * words, for what was said stands in its own place. Of sensitive ones, only those who organise are told.
 */
export async function tellSaid(read: Reader, { eventId, can }: EventScope, invitationId: string) {
  const asked = await questionsEverAsked(read, eventId)
  if (!asked.length) return []
  const [rows, people] = await Promise.all([
    read
      .select({ id: auditEntries.id, after: auditEntries.after, at: auditEntries.at, by: users.name })
      .from(auditEntries)
      .leftJoin(users, eq(users.id, auditEntries.actorId))
      .where(
        and(
          eq(auditEntries.subjectId, invitationId),
          eq(auditEntries.eventId, eventId),
          eq(auditEntries.action, 'invitation.answer'),
        ),
      )
      .orderBy(asc(auditEntries.at)),
    read
      .select({ id: attendees.id, names: attendees.names })
      .from(attendees)
      .where(and(eq(attendees.invitationId, invitationId), eq(attendees.eventId, eventId))),
  ])
  const shown = asked.filter(({ isSensitive }) => !isSensitive || can.has('guests.edit'))
  const labels = new Map(shown.map(({ id, label }) => [id, label]))
  const before = new Map<string, string>()
  return rows.flatMap(({ after, ...row }) =>
    tracesIn(after).flatMap(({ attendeeId, answers }) => {
      const said = Object.entries(answers).flatMap(([questionId, answer]) => {
        const [key, text] = [`${attendeeId} ${questionId}`, JSON.stringify(answer)]
        const earlier = before.get(key)
        before.set(key, text)
        const label = labels.get(questionId)
        return label && earlier !== text ? [{ label, isNew: earlier === undefined }] : []
      })
      const names = people.find(({ id }) => id === attendeeId)?.names ?? null
      const chapter = { ...row, id: `${row.id}-${attendeeId}`, kind: 'said' as const, names, said }
      return said.length ? [chapter] : []
    }),
  )
}

/** What an audit line says was answered; a purge of the history leaves nothing of it. */
function tracesIn(after: unknown): Traces {
  const said = typeof after === 'object' && after !== null && 'said' in after ? after.said : null
  return Array.isArray(said)
    ? (said as Traces).filter((one) => typeof one?.attendeeId === 'string' && typeof one.answers === 'object')
    : []
}
