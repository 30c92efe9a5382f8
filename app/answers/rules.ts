import type { Language } from '#app/i18n/languages.ts'
import type { AnswerChannel, AttendanceStatus, Needs } from '#db/schema/invitations.server.ts'

export const replies = ['accepted', 'tentative', 'declined'] as const
export type Reply = (typeof replies)[number]

/** How an answer reaches the desk when somebody there enters it. */
export const deskChannels = [
  'phone',
  'mail',
  'letter',
  'in_person',
] as const satisfies readonly AnswerChannel[]
export type DeskChannel = (typeof deskChannels)[number]

/** What the organiser says to a name beyond the seats, or to a substitute: one more seat, stand by, no. */
export const decisions = ['seat', 'alternate', 'refuse'] as const

export type AnswerRefusal =
  | 'eventCancelled'
  | 'deadlinePassed'
  | 'withdrawn'
  | 'tooManyNames'
  | 'noSeatLeft'
  | 'changedMeanwhile'
  | 'notFound'
  | 'questionsChanged'
  | 'offerOver'

export type PartReply = { partId: string; reply: Reply; reason: string }

/** What is asked about somebody who is named, by an organisation or as a substitute: a name in one script suffices. */
export type Described = {
  latin: string
  arabic: string
  honorific: string
  position: string
  email: string
  phone: string
  /** Empty: the language of the invitation. */
  language: Language | ''
}

/** Somebody an organisation sends, as a row of its form says. */
export type NamedPerson = Described & {
  /** The attendee's, or a new one made when the form was read. */
  id: string
  /** For the case that another person has been written into the row. */
  spareId: string
  /** Where they shall sit; beyond the seats there are, it becomes a request. */
  seat: 'delegate' | 'alternate'
  /** The row as the form showed it, so that two who edit at once do not undo each other's work; null for a new row. */
  seen: SeenRow | null
  isHead: boolean
  isRemoved: boolean
  /** Place in the order, from 1; null for the end. */
  place: number | null
}
export type SeenRow = Described & { seat: NamedPerson['seat']; place: number | null; isHead: boolean }

/** What one of the invitation's people says to the event's questions, by the question's id. */
export type SaidByPerson = { attendeeId: string; answers: Readonly<Record<string, readonly string[]>> }

/** An answer as it was given: to some or all parts of an invitation. */
export type GivenAnswer = {
  /** Made when the form is shown, so that a repeated POST is the same answer; null where nothing can be repeated. */
  requestId: string | null
  replies: readonly PartReply[]
  /** Left out: stays as it was. */
  needs?: Needs
  message?: string
  /** Whom an organisation names or changes; who is not among them stays as they are. */
  names?: readonly NamedPerson[]
  /** Whom the desk may ask at the organisation. */
  focal?: { name: string; phone: string }
  /** To the event's questions; whoever is not in it keeps what they have said. */
  said?: readonly SaidByPerson[]
  /** The language that positions are written in. */
  language: Language
  /** Takes or gives up a seat that was offered; refused when no offer is open any more. */
  toOffer?: boolean
}

type Timed = { startsAt: Date; answerBy: Date | null }

/** The last instant at which this part's guests may answer by themselves. */
export function answersUntil({ answerBy, startsAt }: Timed): Date {
  return answerBy ?? startsAt
}

/** Whether guests may still answer by themselves. */
export function takesAnswers(event: { state: string }, part: Timed, now: Date): boolean {
  return event.state === 'published' && now <= answersUntil(part)
}

/** The statuses that take one of a part's seats; an offered one is kept for whoever it is offered to. */
export const holdingStatuses = ['accepted', 'attended', 'offered'] as const satisfies AttendanceStatus[]

/** Whether this status takes one of the part's seats. */
export function holdsSeat(status: AttendanceStatus | null): boolean {
  return holdingStatuses.some((holding) => holding === status)
}

/** Whether somebody with this status comes. */
export function comes(status: AttendanceStatus | null): boolean {
  return status === 'accepted' || status === 'attended'
}
