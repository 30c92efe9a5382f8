import { westernDigits } from '../i18n/digits.ts'
import { oneLine } from '../mail/address.ts'
import { isChosen, isMet, type Question, type Said, type SaidByQuestion } from './rules.ts'

export type Problem =
  | 'required'
  | 'tooLong'
  | 'notANumber'
  | 'numberTooSmall'
  | 'numberTooLarge'
  | 'notADate'
  | 'dateTooEarly'
  | 'dateTooLate'
  | 'notOffered'
  | 'tooLargeDocument'
  | 'notADocument'

export const longestText = { short: 300, long: 4000 } as const

type Asked = Pick<Question, 'id' | 'kind' | 'options' | 'condition' | 'least' | 'most'> & {
  isDemanded: boolean
}

/**
 * What is taken of what somebody typed, question by question from the top: answers to questions whose condition is not
 * met are left out, whatever they hold, and nothing is demanded of them. `before` is what they said earlier: an option
 * that is no longer offered can be kept, not chosen anew. Taking what was taken changes nothing.
 */
export function takeSaid(
  asked: readonly Asked[],
  typed: (questionId: string) => readonly string[],
  before: SaidByQuestion = new Map(),
): { said: Map<string, Said>; problems: Map<string, Problem> } {
  const said = new Map<string, Said>()
  const problems = new Map<string, Problem>()
  for (const question of asked) {
    if (!isMet(question.condition, said)) continue
    const read = readTyped(question, typed(question.id), before.get(question.id) ?? [])
    if (!read.ok) problems.set(question.id, read.problem)
    else if (read.said.length) said.set(question.id, read.said)
    else if (question.isDemanded) problems.set(question.id, 'required')
  }
  return { said, problems }
}

type Read = { ok: true; said: Said } | { ok: false; problem: Problem }

const none: Read = { ok: true, said: [] }
const one = (value: string): Read => (value ? { ok: true, said: [value] } : none)
const wrong = (problem: Problem): Read => ({ ok: false, problem })

function readTyped(question: Asked, typed: readonly string[], before: Said): Read {
  if (isChosen(question.kind)) return readChosen(question, typed, before)
  const [text = ''] = typed
  if (question.kind === 'number') return readNumber(question, text)
  if (question.kind === 'date') return readDay(question, text)
  if (question.kind === 'file') return one(text)
  return readText(question.kind === 'short' ? 'short' : 'long', text)
}

function readChosen({ kind, options }: Asked, typed: readonly string[], before: Said): Read {
  const chosen = [...new Set(typed.filter(Boolean))]
  const isKnown = (id: string) =>
    options.some((option) => option.id === id && (option.isOffered || before.includes(id)))
  if (!chosen.every(isKnown) || (kind === 'choice' && chosen.length > 1)) return wrong('notOffered')
  return { ok: true, said: options.map(({ id }) => id).filter((id) => chosen.includes(id)) }
}

function readText(kind: 'short' | 'long', text: string): Read {
  const lines = kind === 'short' ? [oneLine(text)] : text.split(/\r\n?|\n/).map(oneLine)
  const clean = lines.join('\n').trim()
  return clean.length > longestText[kind] ? wrong('tooLong') : one(clean)
}

/** Beyond this nobody counts, and what is stored is no longer exact. */
const greatest = 1_000_000_000_000

function readNumber({ least, most }: Asked, text: string): Read {
  const plain = plainNumber(text)
  if (!plain) return none
  const number = Number(plain)
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) || Math.abs(number) > greatest) return wrong('notANumber')
  if (least !== null && number < Number(least)) return wrong('numberTooSmall')
  if (most !== null && number > Number(most)) return wrong('numberTooLarge')
  return one(String(Number(number.toFixed(6))))
}

/** Digits of any of our scripts, with whatever groups them taken out: `١٬٢٠٠`, `1 200`, `1,200` and `1,5`. */
function plainNumber(text: string): string {
  const digits = westernDigits(oneLine(text)).replace(/[\s\u00a0\u202f\u066c'’]/g, '')
  const points = digits.replace('\u066b', '.').replace(/،/g, ',')
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(points)
    ? points.replaceAll(',', '')
    : points.replace(',', '.')
}

function readDay({ least, most }: Asked, text: string): Read {
  const typed = oneLine(text)
  if (!typed) return none
  const day = isoDayFrom(typed)
  if (!day) return wrong('notADate')
  if (least !== null && day < least) return wrong('dateTooEarly')
  if (most !== null && day > most) return wrong('dateTooLate')
  return one(day)
}

/** A day as a date field sends it, or as a person writes it where there is none: `14/12/2026`, `١٤-١٢-٢٠٢٦`. */
function isoDayFrom(text: string): string | null {
  const digits = westernDigits(text).replace(/[\u200e\u200f\u061c\s]/g, '')
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(digits) ??
    reversed(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(digits))
  if (!year || !month || !day) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
}

function reversed(found: RegExpExecArray | null): (string | undefined)[] {
  return found ? [found[0], found[3], found[2], found[1]] : []
}
