/** How a calendar stands: the last method it was told by, whether only to keep the date, and under which numbers. */
export type Told = {
  method: 'REQUEST' | 'CANCEL'
  isTentative: boolean
  sequence: number
  partSequence: number
}

/**
 * The SEQUENCE of the next word to this calendar: as it was while nothing changed, otherwise higher than any before,
 * and never lower than the part's own. A date that becomes certain has changed (STATUS, RFC 5546 §2.1.4), and so has an
 * entry that was taken away and comes back, or it would stay away.
 */
export function nextSequence(
  before: Told | null,
  { method, isTentative, partSequence }: Omit<Told, 'sequence'>,
): number {
  if (!before) return partSequence
  const isSame =
    before.method === method && before.isTentative === isTentative && partSequence <= before.partSequence
  return isSame ? before.sequence : Math.max(before.sequence + 1, partSequence)
}

/** The file with another SEQUENCE. Its own stands on a line of its own, which is never folded. */
export function withSequence(file: string, sequence: number): string {
  return file.replace(/^SEQUENCE:\d+(?=\r$)/m, `SEQUENCE:${sequence}`)
}
