/** What a verb answered when it did what the demo asked; a refusal is a mistake in the demo and stops it. */
export function granted<Result extends { ok: boolean }>(result: Result): Extract<Result, { ok: true }> {
  if (result.ok) return result as Extract<Result, { ok: true }>
  throw new Error(`The demo was refused: ${JSON.stringify(result)}`)
}
