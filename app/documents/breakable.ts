/** A word longer than any of a language may break anywhere: it must not run off the paper. */
export function breakable(text: string): string {
  const broken = (word: string) =>
    [...word].map((letter, i) => (i % 20 === 19 ? `${letter}\u200b` : letter)).join('')
  return text.replace(/\S{40,}/gu, broken)
}
