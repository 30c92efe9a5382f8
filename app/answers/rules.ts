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

/** Whether this status takes one of the part's seats. */
export function holdsSeat(status: AttendanceStatus | null): boolean {
  return status === 'accepted' || status === 'attended'
}

/** What an attendee shall be in a part; accepted stands for "wants a seat". */
export type Wish = {
  attendeeId: string
  partId: string
  from: AttendanceStatus | null
  wish: Reply | 'proposed' | 'cancelled'
  /**
   * Who gives up this part in the same act and for this attendee: a delegate for another of the delegation, a guest for
   * their substitute. The seat, or the place on the waiting list, passes on and nobody else comes between.
   */
  takesFrom?: string
}

/** A part's seats; `queue` holds its waiting list from the front, at least as far as seats could reach. */
export type Seating = { partId: string; capacity: number | null; taken: number; queue: readonly string[] }

/** What becomes of it: with `movedUp` somebody else's turn on the waiting list has come. */
export type Change = {
  attendeeId: string
  partId: string
  from: AttendanceStatus | null
  to: AttendanceStatus
  movedUp: boolean
  takesFrom?: string
}

/**
 * Gives out seats. Whoever wants one joins the end of the waiting list, and the list is then served from its front as
 * far as seats go: so a free seat never passes somebody by, whether it was given up or the part has grown. Only who
 * takes over from somebody stands where that one stood.
 * `beyondCapacity` seats those of `wishes` at once; an organiser may, guests may not.
 */
export function decide(
  seatings: readonly Seating[],
  wishes: readonly Wish[],
  { beyondCapacity = false } = {},
): Change[] {
  return seatings.flatMap((seating) => {
    const mine = wishes.filter(({ partId }) => partId === seating.partId)
    const seated = servedFromTheFront(seating, mine, beyondCapacity)
    const others = [...seated].filter((id) => !mine.some(({ attendeeId }) => attendeeId === id))
    return [
      ...mine.map((wish) => outcome(wish, seated)),
      ...others.map((attendeeId) => ({
        attendeeId,
        partId: seating.partId,
        from: 'waitlisted' as const,
        to: 'accepted' as const,
        movedUp: true,
      })),
    ]
  })
}

function servedFromTheFront(
  { capacity, taken, queue }: Seating,
  mine: readonly Wish[],
  beyondCapacity: boolean,
): Set<string> {
  const leaving = new Map(
    mine.filter(({ wish }) => wish !== 'accepted').map((wish) => [wish.attendeeId, wish.from]),
  )
  const wanting = mine.filter(({ from, wish }) => wish === 'accepted' && !holdsSeat(from))
  const heirs = wanting.filter(({ takesFrom }) => holdsSeat(leaving.get(takesFrom ?? '') ?? null))
  const givenUp = [...leaving.values()].filter(holdsSeat).length - heirs.length
  const placeOf = new Map(
    wanting.flatMap(({ takesFrom, attendeeId }) => (takesFrom ? [[takesFrom, attendeeId]] : [])),
  )
  const waiting = queue.flatMap((id) => (leaving.has(id) ? (placeOf.get(id) ?? []) : id))
  const others = wanting.filter((wish) => !heirs.includes(wish)).map(({ attendeeId }) => attendeeId)
  // A set keeps the first of two places in the line.
  const line = [...new Set(beyondCapacity ? [...others, ...waiting] : [...waiting, ...others])]
  const free = capacity === null ? line.length : Math.max(0, capacity - taken + givenUp)
  const seated = line.slice(0, beyondCapacity ? Math.max(free, others.length) : free)
  return new Set([...heirs.map(({ attendeeId }) => attendeeId), ...seated])
}

function outcome({ wish, from, ...who }: Wish, seated: ReadonlySet<string>): Change {
  const keeps = wish === 'accepted' && from !== null && holdsSeat(from)
  const to = wish !== 'accepted' ? wish : keeps ? from : seated.has(who.attendeeId) ? wish : 'waitlisted'
  return { ...who, from, to, movedUp: false }
}
