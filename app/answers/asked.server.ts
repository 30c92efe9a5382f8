import { and, asc, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { DocumentOwner } from '#app/files/document.server.ts'
import type { Stores } from '#app/files/unused.server.ts'
import { askedInOrder } from '#app/questions/definitions.server.ts'
import { keepAnswerFile, readFileNames, releaseFiles } from '#app/questions/files.server.ts'
import type { Question, Said } from '#app/questions/rules.ts'
import { questionsEverAsked, readAllSaid, readSaid, saveSaid } from '#app/questions/said.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import {
  type AskedPerson,
  type Asking,
  askedNow,
  checkTyped,
  type Problems,
  type Typed,
  takeTyped,
} from './asked.ts'
import { attendeesOf } from './attendees.server.ts'
import type { AnswerRights } from './plan.server.ts'
import { type GivenAnswer, takesAnswers } from './rules.ts'
import type { GuestScope } from './scope.server.ts'
import type { Standing } from './standing.server.ts'

/**
 * What the people of an invitation are asked, and have said; `only` those for whom a link speaks. Those who are off the
 * list, or wait for the organiser's word, are not in it.
 */
export async function readAsking(
  read: Reader,
  { eventId, invitationId, only }: { eventId: string; invitationId: string; only?: readonly string[] },
): Promise<Asking> {
  // One after the other: inside a transaction there is only one connection.
  const questions = await askedInOrder(read, { eventId })
  if (!questions.length && only) return { questions, people: [], files: {} }
  const rows = await read
    .select({
      id: attendees.id,
      source: attendees.source,
      attendance: { partId: attendances.partId, status: attendances.status },
    })
    .from(attendees)
    .leftJoin(attendances, eq(attendances.attendeeId, attendees.id))
    .where(
      and(
        eq(attendees.invitationId, invitationId),
        eq(attendees.eventId, eventId),
        inArray(attendees.seat, ['delegate', 'alternate']),
        only ? inArray(attendees.id, [...only]) : undefined,
      ),
    )
    .orderBy(asc(attendees.rank), asc(attendees.id))
  const byPerson = [...Map.groupBy(rows, ({ id }) => id)]
  const ids = byPerson.map(([id]) => id)
  const said = await readSaid(read, ids)
  return {
    questions: questions.map(shown),
    people: byPerson.flatMap(([id, theirs]) => personOf(id, theirs, said.get(id))),
    files: await readFileNames(read, ids),
  }
}

/** What those are asked for whom the holder of a link may speak. */
export async function readAskingOf(read: Reader, scope: GuestScope): Promise<Asking> {
  const only = (await attendeesOf(read, scope)).map(({ id }) => id)
  return readAsking(read, { ...scope, only })
}

/** Likewise for the desk, with `ever`: archived questions too. What is sensitive is only for those who organise. */
export async function readDeskAsking(read: Reader, scope: EventScope, invitationId: string) {
  const { eventId } = scope
  const asking = await readAsking(read, { eventId, invitationId })
  const ever = (await questionsEverAsked(read, eventId)).map(shown)
  if (scope.can.has('guests.edit')) return { ...asking, ever }
  const secret = new Set(ever.filter(({ isSensitive }) => isSensitive).map(({ id }) => id))
  const isOpen = ({ id }: { id: string }) => !secret.has(id)
  return {
    questions: asking.questions.filter(isOpen),
    people: asking.people.map((person) => ({
      ...person,
      said: Object.fromEntries(Object.entries(person.said).filter(([id]) => !secret.has(id))),
    })),
    files: Object.fromEntries(
      Object.entries(asking.files).filter(([, { questionId }]) => !secret.has(questionId)),
    ),
    ever: ever.filter(isOpen),
  }
}

/**
 * What a form says to the questions. Its files are kept at once, and their ids stand in `typed`, so that a form that comes
 * back has them; what is wrong with one is in `broken`. A file for somebody or something that is not asked is dropped.
 */
export async function takeAsked(
  stores: Stores,
  owner: DocumentOwner,
  {
    asking,
    form,
    now,
    mayKeep,
  }: { asking: Asking; form: FormData; now: Date; mayKeep: () => Promise<boolean> },
): Promise<{ asking: Asking; typed: Typed; broken: Problems }> {
  const { typed, files } = takeTyped(form)
  const broken: Problems = {}
  const kept = { ...asking.files }
  for (const { personId, questionId, file } of files) {
    const question = asking.questions.find(({ id, kind }) => id === questionId && kind === 'file')
    const isAsked = question && asking.people.some(({ id }) => id === personId)
    if (!isAsked || !(await mayKeep())) continue
    const keeping = await keepAnswerFile(stores, owner, { attendeeId: personId, question, file, now })
    if (keeping.ok) {
      kept[keeping.id] = { name: file.name, attendeeId: personId, questionId }
      typed[personId] = { ...typed[personId], [questionId]: [keeping.id] }
    } else broken[personId] = { ...broken[personId], [questionId]: keeping.problem }
  }
  return { asking: { ...asking, files: kept }, typed, broken }
}

/** The questions that have a column in the list of guests, with all that was said to them. What is sensitive has none. */
export async function readSheetQuestions(read: Reader, { eventId }: EventScope) {
  const ever = await questionsEverAsked(read, eventId)
  return {
    questions: ever.filter(({ isSensitive, kind }) => !isSensitive && kind !== 'file').map(shown),
    said: await readAllSaid(read, eventId),
  }
}

type Row = { source: string; attendance: { partId: string; status: string } | null }

function personOf(id: string, rows: readonly Row[], said: Map<string, Said> | undefined): AskedPerson[] {
  const standing = Object.fromEntries(
    rows.flatMap(({ attendance }) => (attendance ? [[attendance.partId, attendance.status]] : [])),
  )
  const statuses = Object.values(standing)
  if (statuses.length && statuses.every((status) => status === 'cancelled')) return []
  return [{ id, group: groupOf(rows[0]?.source ?? ''), standing, said: Object.fromEntries(said ?? []) }]
}

/** As whom somebody comes, by how they came onto the list. */
export function groupOf(source: string): AskedPerson['group'] {
  return source === 'delegation' ? 'delegates' : source === 'substitute' ? 'substitutes' : 'persons'
}

/** A question as pages need it. */
function shown(question: Question): Question {
  const { id, partId, kind, label, hint, options, isRequired, audience } = question
  const { condition, least, most, isSensitive } = question
  return {
    ...{ id, partId, kind, label, hint, options, isRequired, audience },
    ...{ condition, least, most, isSensitive },
  }
}

type PlannedSaid = {
  ok: true
  people: { attendeeId: string; asked: readonly Question[]; said: Map<string, Said> }[]
}

/**
 * What will be written of what an answer says to the event's questions, decided from them as they are now. Refused when
 * something demanded is missing or something said is no longer taken: the questions have changed since they were shown.
 */
export async function planSaid(
  tx: Tx,
  { event, parts, invitation }: Standing,
  { said = [], replies }: GivenAnswer,
  { byDesk, now }: Pick<AnswerRights, 'byDesk'> & { now: Date },
): Promise<PlannedSaid | { ok: false; reason: 'questionsChanged' }> {
  if (!said.length) return { ok: true, people: [] }
  const asking = await readAsking(tx, { eventId: invitation.eventId, invitationId: invitation.id })
  const typed = Object.fromEntries(
    said.map(({ attendeeId, answers }) => [
      attendeeId,
      Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, [...answer]])),
    ]),
  )
  const open = parts.filter((part) => byDesk || takesAnswers(event, part, now)).map(({ id }) => id)
  const checking = {
    replies,
    isOpen: (partId: string) => open.includes(partId),
    demands: !byDesk && !invitation.organisationId,
  }
  const checked = checkTyped(asking, typed, checking)
  if (checked.problems) return { ok: false, reason: 'questionsChanged' }
  const people = checked.said.flatMap(({ attendeeId, answers }) => {
    const person = asking.people.find(({ id }) => id === attendeeId)
    if (!person) return []
    const asked = askedNow(asking.questions, person, checking)
    return [{ attendeeId, asked, said: new Map(Object.entries(answers)) }]
  })
  return { ok: true, people }
}

/** Writes it. */
export async function savePlanned(
  tx: Tx,
  eventId: string,
  { people }: PlannedSaid,
  { now, officeId }: { now: Date; officeId: string },
): Promise<void> {
  for (const person of people) await saveSaid(tx, { ...person, eventId, now })
  const ids = people.map(({ attendeeId }) => attendeeId)
  await releaseFiles(tx, { officeId, eventId }, ids)
}

/** For the audit: what is sensitive leaves only its trace there. */
export function tracesOf({ people }: PlannedSaid) {
  return people.map(({ attendeeId, asked, said }) => ({
    attendeeId,
    answers: Object.fromEntries(
      asked.flatMap(({ id, isSensitive }) => {
        const answer = said.get(id)
        return answer ? [[id, isSensitive ? ['•'] : answer]] : []
      }),
    ),
  }))
}
