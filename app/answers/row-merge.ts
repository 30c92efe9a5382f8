import { fold } from '#app/directory/fold.ts'
import { nameKey } from '#app/directory/keys.ts'
import type { Described, NamedPerson, SeenRow } from './rules.ts'

const fields = ['latin', 'arabic', 'honorific', 'position', 'email', 'phone', 'language', 'seat'] as const
type Field = (typeof fields)[number]
type Row = Described & Pick<NamedPerson, 'seat'>

/**
 * What two who edited one row at the same time have made of it: each field as whoever changed it wrote it. `clash` when
 * both changed the same field to different things; `current` is the row as it stands, `seen` as the form had shown it.
 */
export function mergeRow(
  typed: Row,
  seen: SeenRow,
  current: Row,
): { row: Row; isTouched: boolean; clash: Field[] } {
  const row = { ...current }
  const clash: Field[] = []
  let isTouched = false
  for (const field of fields) {
    if (typed[field] === seen[field]) continue
    isTouched = true
    if (current[field] !== seen[field] && current[field] !== typed[field]) clash.push(field)
    else Object.assign(row, { [field]: typed[field] })
  }
  return { row, isTouched, clash }
}

/**
 * Whether a row now names another person, who gets a link of their own, and not the same one spelled better: no word of
 * the name is left in either script, and no address or number says that they are the same.
 */
export function isAnotherPerson(before: Described, after: Described): boolean {
  if (before.email && before.email.toLowerCase() === after.email.toLowerCase()) return false
  if (before.phone && fold(before.phone) === fold(after.phone)) return false
  const kept = (['latin', 'arabic'] as const).some((script) => {
    const words = nameKey(after[script]).split(' ')
    return nameKey(before[script])
      .split(' ')
      .some((word) => word && words.includes(word))
  })
  const isOnlyAdded =
    (!before.latin || !after.latin) && (!before.arabic || !after.arabic) && before.email === after.email
  return !kept && !(isOnlyAdded && before.phone === after.phone)
}
