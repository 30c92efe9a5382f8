import type { ItemKind } from '../rules.ts'

const words: [ItemKind, RegExp][] = [
  ['opening', /^(opening|welcome|inauguration)\b/i],
  ['closing', /^(closing|farewell|wrap-?up)\b/i],
  ['meal', /\b(lunch|dinner|breakfast|meal)\b/i],
  ['break', /\b(break|pause|coffee|recess)\b/i],
  ['panel', /\bpanel\b/i],
  ['discussion', /\b(discussion|workshop|working group|round ?table|meeting|hands-on|bof)\b/i],
  ['visit', /\b(visit|excursion|tour|field trip)\b/i],
]

/** What kind of item another system's type is nearest to; a talk of any name is a session. */
export function kindOf(type: string): ItemKind {
  const given = type.slice(0, 200).trim().replaceAll('_', ' ')
  return words.find(([, word]) => word.test(given))?.[0] ?? 'session'
}
