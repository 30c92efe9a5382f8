export type DatedRound = { round: number; date: string }
export type KnownRound = DatedRound & { id: string }

/** A round counted anew months later is another one, whatever its number. */
const nearby = 45 * 86_400_000

/**
 * Which round of ours each round of a file is: the one with the same date and number; else the one of that date, or of
 * that number within some weeks, which no other round of the file is. So a source that mends a number or a date makes
 * no second round. Null: a new one.
 */
export function matchRounds<Round extends DatedRound>(
  given: readonly Round[],
  known: readonly KnownRound[],
): Map<Round, KnownRound | null> {
  const matched = new Map<Round, KnownRound | null>()
  const free = new Set(known)
  const attempts: ((round: Round, candidate: KnownRound) => boolean)[] = [
    ({ round, date }, candidate) => candidate.date === date && candidate.round === round,
    ({ date }, candidate) => candidate.date === date,
    ({ round, date }, candidate) => round > 0 && candidate.round === round && isNear(date, candidate.date),
  ]
  for (const fits of attempts)
    for (const round of given) {
      if (matched.has(round)) continue
      const found = [...free].find((candidate) => fits(round, candidate))
      if (!found) continue
      matched.set(round, found)
      free.delete(found)
    }
  for (const round of given) if (!matched.has(round)) matched.set(round, null)
  return matched
}

function isNear(date: string, other: string): boolean {
  return Math.abs(new Date(date).getTime() - new Date(other).getTime()) <= nearby
}

/** A file that says only month and year takes nothing from a date that is known to the day, nor a number by silence. */
export function mendedRound({ round, date }: DatedRound, known: DatedRound | null): DatedRound {
  if (!known) return { round, date }
  return { round: round || known.round, date: known.date.startsWith(date) ? known.date : date }
}
