/** What a booth's code may be as long as. */
export const longestCode = 12

/**
 * The codes that go on from `first`, leaving out those that are taken, whatever their letter case: `A9` → A9, A10 …;
 * `B07` keeps its zero; what ends in no number is followed by 2, 3 … None at all when one would be too long.
 */
export function codesFrom(first: string, count: number, taken: readonly string[] = []): string[] {
  const [, before = '', digits = ''] = /^(.*?)(\d{0,4})$/s.exec(first.trim()) ?? []
  if (!before && !digits) return []
  const isTaken = new Set(taken.map((code) => code.toLowerCase()))
  const codes: string[] = []
  const start = digits ? Number(digits) : 1
  for (let number = start; codes.length < count; number++) {
    const written = digits || number > 1 ? String(number).padStart(digits.length, '0') : ''
    const code = before + written
    if (code.length > longestCode) return []
    if (!isTaken.has(code.toLowerCase())) codes.push(code)
  }
  return codes
}

/** A code that is not taken yet: the one after `last`, or A1. */
export function nextCode(last: string | undefined, taken: readonly string[]): string {
  return codesFrom(last ?? 'A1', 1, last ? [...taken, last] : taken)[0] ?? ''
}
