import { calendarAttachment, keepsDate, participations } from '#app/invitations/calendar-part.ts'
import type { LetterFacts } from './letter.ts'
import type { LetterLine } from './letter-facts.ts'

/**
 * What a calendar is told of a change, if anything: of parts one is invited to, of dates that are to be kept and, where
 * it knows of one, of dates given up.
 */
export function calendarChange(facts: LetterFacts, line: LetterLine) {
  const { part, from, to } = line
  if (part.audience === 'open') return null
  const before = facts.calendars.told({ attendeeId: facts.reader.attendeeId, partId: part.id })
  const holds = before ? before.method === 'REQUEST' : keepsDate(from) || from === 'offered'
  const method =
    keepsDate(to) || to === 'offered'
      ? holds && from !== null && participations[from] === participations[to]
        ? null
        : 'REQUEST'
      : holds && (to === 'declined' || to === 'cancelled' || to === 'proposed' || from === 'offered')
        ? 'CANCEL'
        : null
  return method && { line, attachment: calendarAttachment(facts, { part, method, status: to }) }
}
