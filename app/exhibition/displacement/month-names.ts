import { fold } from '../../directory/fold.ts'

/** The months as people write them in Iraq: English, French, the two Arabic ways, Sorani; the first the shortest. */
const names = [
  ['jan', 'january', 'janv', 'janvier', 'كانون الثاني', 'كانون ثاني', 'يناير', 'کانوونی دووەم'],
  ['feb', 'february', 'fev', 'fevr', 'fevrier', 'شباط', 'فبراير', 'شوبات'],
  ['mar', 'march', 'mars', 'آذار', 'مارس', 'ئازار'],
  ['apr', 'april', 'avr', 'avril', 'نيسان', 'أبريل', 'إبريل', 'نیسان'],
  ['may', 'mai', 'أيار', 'مايو', 'ئایار'],
  ['jun', 'june', 'juin', 'حزيران', 'يونيو', 'حوزەیران'],
  ['jul', 'july', 'juil', 'juillet', 'تموز', 'يوليو', 'تەمموز'],
  ['aug', 'august', 'aout', 'آب', 'أغسطس', 'ئاب'],
  ['sep', 'sept', 'september', 'septembre', 'أيلول', 'سبتمبر', 'ئەیلوول'],
  ['oct', 'october', 'octobre', 'تشرين الأول', 'تشرين اول', 'أكتوبر', 'تشرینی یەکەم'],
  ['nov', 'november', 'novembre', 'تشرين الثاني', 'تشرين ثاني', 'نوفمبر', 'تشرینی دووەم'],
  ['dec', 'december', 'decembre', 'كانون الأول', 'كانون اول', 'ديسمبر', 'کانوونی یەکەم'],
]

const numbers = new Map(
  names.flatMap((month, index) => month.map((name) => [fold(name), index + 1] as const)),
)
// Longest first, so that what is left of a longer name is not taken for a word of its own.
const known = [...numbers.keys()].sort((a, b) => b.length - a.length)
// A Kurdish month before its year ends in `ی`, which folding writes as `ي`.
const anyName = new RegExp(`(?<!\\p{L})(${known.join('|')})ي?(?!\\p{L})`, 'gu')

/** The month that a text names and what else is in it, folded; null when it names none, or two. */
export function namedMonth(text: string): { month: number; rest: string } | null {
  const folded = fold(text.replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' '))
  const found = new Set([...folded.matchAll(anyName)].map(([, name = '']) => numbers.get(name) ?? 0))
  const [month] = found
  if (!month || found.size > 1) return null
  return { month, rest: folded.replace(anyName, ' ').replace(/\s+/g, ' ').trim() }
}
