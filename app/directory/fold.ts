import { westernDigits } from '../i18n/digits.ts'

/** Letters that Unicode does not take apart, and Persian and Kurdish letters as an Arabic keyboard writes them. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ی: 'ي',
  ى: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  گ: 'ك',
  ة: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ۆ: 'و',
  ۇ: 'و',
  ۋ: 'و',
  ڵ: 'ل',
  ڕ: 'ر',
  ڤ: 'ف',
  چ: 'ج',
  پ: 'ب',
  ژ: 'ز',
  ٱ: 'ا',
  ء: '',
}
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
const isPlain = /^[a-z0-9 ]*$/

/**
 * Folds a spelling to what a search compares: no case, diacritics, tatweel or vowel signs; alef, ya, kaf, ha and waw
 * variants of Arabic, Persian and Kurdish as one; Arabic digits as Latin; apostrophes dropped (`O'Connor` is found as
 * `oconnor`), other punctuation as single spaces. Never shown, only compared.
 */
export function fold(text: string): string {
  const known = lately.get(text)
  if (known !== undefined) return known
  const lower = text.toLowerCase()
  const bare = isPlain.test(lower) ? lower : withoutSigns(lower)
  const folded = bare.replace(/\s+/g, ' ').trim()
  if (lately.size >= remembered) lately.clear()
  lately.set(text, folded)
  return folded
}

// A list names its organisations on every row, and each name is asked for several times over.
const remembered = 5000
const lately = new Map<string, string>()

function withoutSigns(text: string): string {
  return (
    westernDigits(text)
      // Kurdish begins a word that starts with a vowel by a silent hamza; Arabic keyboards leave it out.
      .replace(/(?<!\p{L})ئ(?=\p{L})/gu, '')
      // Before Unicode had the Kurdish vowel ە it was typed as ه with a zero-width non-joiner.
      .replace(/ه\u200c/g, 'ە')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}\u0640'’‘ʼʻʿʾ`´]+/gu, '')
      .replace(special, (letter) => letters[letter] ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
  )
}

/** The words of a search or name, folded. */
export function foldedWords(text: string): string[] {
  const folded = fold(text)
  return folded ? folded.split(' ') : []
}
