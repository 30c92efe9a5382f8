/** Whom a figure counts. */
export const populations = ['idps', 'returnees', 'refugees', 'migrants'] as const
export type Population = (typeof populations)[number]

export function isPopulation(value: unknown): value is Population {
  return populations.includes(value as Population)
}

/** A round as an address names it: its date, with its number where another round has the same date. */
export function roundKey(
  { round, reportedOn }: { round: number; reportedOn: string },
  isDateTwice: boolean,
): string {
  return isDateTwice ? `${reportedOn}.${round}` : reportedOn
}

/**
 * The round that an address asks for among those there are, oldest first: by its date, its date and number, or its number
 * alone, of which the latest counts. The latest of all when nothing is asked for; null when there is none such.
 */
export function chosenRound<Round extends { round: number; reportedOn: string }>(
  rounds: readonly Round[],
  asked: string | null,
): Round | null {
  if (!asked || asked === 'latest') return rounds.at(-1) ?? null
  const [date, number] = asked.split('.')
  const fits = ({ round, reportedOn }: Round) =>
    number === undefined
      ? reportedOn === asked || (/^\d{1,4}$/.test(asked) && round > 0 && round === Number(asked))
      : reportedOn === date && String(round) === number
  return rounds.findLast(fits) ?? null
}
