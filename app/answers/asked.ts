import {
  askedOf,
  type Coming,
  isMet,
  type Question,
  type QuestionAudience,
  type Said,
} from '../questions/rules.ts'
import { type Problem, takeSaid } from '../questions/typed.ts'
import type { SaidByPerson } from './rules.ts'

/** Somebody on an invitation who is asked, with what they have said so far. */
export type AskedPerson = {
  id: string
  group: Exclude<QuestionAudience, 'everybody'>
  /** Where they stand in each part, by its id. */
  standing: Readonly<Record<string, string>>
  said: Readonly<Record<string, Said>>
}

/** What an invitation's people are asked. */
export type Asking = {
  questions: readonly Question[]
  people: readonly AskedPerson[]
  /** The files they have sent, by id. */
  files: Readonly<Record<string, { name: string; attendeeId: string; questionId: string }>>
}

/** What was typed: by person and question. */
export type Typed = Record<string, Record<string, string[]>>
/** What is wrong with it, likewise. */
export type Problems = Record<string, Record<string, Problem>>

/** What a form that comes back shows again. */
export type SentBack = { typed: Typed; problems: Problems | null }

const fieldName = /^asked\.([\w-]{1,60})\.([\w-]{1,60})(?:\.(file|remove))?$/

/** The name of a person's field for a question. */
export function askedName(personId: string, questionId: string): string {
  return `asked.${personId}.${questionId}`
}

/** Stands in the form for everybody who is asked: boxes left empty send nothing. */
export const shownMark = 'shown'

/** A file as it came in the form, and to which question. */
export type TypedFile = { personId: string; questionId: string; file: File }

/**
 * Takes what was typed to questions out of the form: their names are data, which no schema knows. A file's field holds
 * the id of the one on record, which a tick takes away and another file replaces.
 */
export function takeTyped(form: FormData): { typed: Typed; files: TypedFile[] } {
  const typed: Typed = {}
  const files: TypedFile[] = []
  const removed: [string, string][] = []
  for (const [name, value] of [...form]) {
    const [, person = '', question = '', what] = fieldName.exec(name) ?? []
    if (!person) continue
    form.delete(name)
    const theirs = typed[person] ?? {}
    typed[person] = theirs
    if (question === shownMark) continue
    if (typeof value !== 'string') {
      if (what === 'file' && value.size) files.push({ personId: person, questionId: question, file: value })
    } else if (what === 'remove') removed.push([person, question])
    else if (!what) theirs[question] = [...(theirs[question] ?? []), value]
  }
  for (const [person, question] of removed) delete typed[person]?.[question]
  return { typed, files }
}

/** What is on record, as if it were typed again: a form made before there were questions takes nothing back. */
export function asTyped({ said }: AskedPerson): Record<string, string[]> {
  return Object.fromEntries(Object.entries(said).map(([id, answer]) => [id, [...answer]]))
}

type Replies = readonly { partId: string; reply: string }[]

/** What is said now about coming, and where nothing is, how they stand. */
function comingOf({ standing }: Pick<AskedPerson, 'standing'>, replies: Replies): Coming {
  const said = { ...standing, ...Object.fromEntries(replies.map(({ partId, reply }) => [partId, reply])) }
  const among = (...wanted: string[]) =>
    new Set(Object.keys(said).filter((partId) => wanted.includes(said[partId] ?? '')))
  return {
    likely: among('accepted', 'offered', 'waitlisted', 'attended', 'tentative', 'proposed'),
    sure: among('accepted', 'offered', 'waitlisted', 'attended'),
  }
}

type Checking = {
  replies: Replies
  /** Whether answers to this part are still taken; questions about others are not asked. */
  isOpen: (partId: string) => boolean
  /** False where somebody answers for others and may not know: then nothing is required. */
  demands: boolean
  /** What is wrong with files that came with it. */
  broken?: Problems
}

/** What this person is asked when they reply so. */
export function askedNow(
  questions: readonly Question[],
  person: AskedPerson,
  { replies, isOpen, demands }: Checking,
) {
  return askedOf(questions, person.group, comingOf(person, replies))
    .filter(({ partId }) => !partId || isOpen(partId))
    .map((question) => ({ ...question, isDemanded: question.isDemanded && demands }))
}

/** What is taken of what was typed, and what is wrong with it. Who is not in the form keeps what they have said. */
export function checkTyped(
  { questions, people, files }: Asking,
  typed: Typed,
  checking: Checking,
): { said: SaidByPerson[]; problems: Problems | null } {
  const problems: Problems = {}
  const said = people
    .filter(({ id }) => typed[id])
    .map((person) => {
      const asked = askedNow(questions, person, checking)
      const before = new Map(Object.entries(person.said))
      const isTheirs = (id: string, question: string) =>
        files[id]?.attendeeId === person.id && files[id]?.questionId === question
      const kinds = new Map(asked.map(({ id, kind }) => [id, kind]))
      const given = (id: string) =>
        (typed[person.id]?.[id] ?? []).filter((value) => kinds.get(id) !== 'file' || isTheirs(value, id))
      const taken = takeSaid(asked, given, before)
      const found = { ...Object.fromEntries(taken.problems), ...checking.broken?.[person.id] }
      if (Object.keys(found).length) problems[person.id] = found
      return { attendeeId: person.id, answers: Object.fromEntries(taken.said) }
    })
  return { said, problems: Object.keys(problems).length ? problems : null }
}

/** The questions to show somebody who has yet to say whether they come: everything that could be asked of them. */
export function questionsFor(
  { questions }: Pick<Asking, 'questions'>,
  group: AskedPerson['group'],
  partIds: readonly string[],
) {
  const all = new Set(partIds)
  return askedOf(questions, group, { likely: all, sure: all })
}

/** What somebody has said that still holds, in the order of the questions, archived ones included. */
export function saidInOrder(questions: readonly Question[], said: AskedPerson['said']) {
  const byId = new Map(Object.entries(said))
  return questions.flatMap((question) => {
    const answer = byId.get(question.id)
    return answer?.length && isMet(question.condition, byId) ? [{ question, answer }] : []
  })
}

/** Whether a form with these questions sends files. */
export function takesFiles(questions: readonly Pick<Question, 'kind'>[]): boolean {
  return questions.some(({ kind }) => kind === 'file')
}
