/** What a measure says of each governorate. */
export type Measured = {
  /** By p-code; who is not in it has none. */
  values: Record<string, number>
  /** Each counted once, wherever it works. */
  total: number
}
