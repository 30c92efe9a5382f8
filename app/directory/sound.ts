import { fold, foldedWords } from './fold.ts'

/*
 * How a name sounds, roughly: its consonants, the same from Latin and Arabic script, so that Mohamed, Mohammed,
 * Muhammad and محمد meet, and Hassan and Hasan, Jubouri and الجبوري. Vowels are left out, since Arabic does not write
 * the short ones and Latin spells the long ones in many ways; a vowel at the start remains as `a`, to tell Ali (علي)
 * from La. It finds too much rather than too little: fit for a search and for “may be the same”, never for “is”.
 */

const digraphs: Record<string, string> = {
  th: 't',
  dh: 'd',
  kh: 'X',
  gh: 'k',
  sh: 'C',
  ch: 'C',
  ph: 'f',
  zh: 'z',
}
const latin: Record<string, string> = { p: 'b', v: 'f', c: 'k', g: 'k', q: 'k', x: 'ks', X: 'x', C: 'c' }
// biome-ignore format: a table reads better in rows
const arabic: Record<string, string> = {
  ب: 'b', ت: 't', ث: 't', ج: 'j', ح: 'h', خ: 'x', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's', ش: 'c', ص: 's',
  ض: 'd', ط: 't', ظ: 'd', غ: 'k', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h',
}
const isArabic = /[\u0600-\u06ff]/

/** The sounds of each word, articles left out. Words in other scripts stand as they are. */
export function soundsOf(text: string): string[] {
  // Kurdish ە is a vowel and چ is ch, though folding turns them into what an Arabic keyboard has.
  const plain = text.replace(/ە|ه\u200c/g, 'ا').replaceAll('چ', 'ش')
  return foldedWords(plain).flatMap(apart).map(sound).filter(Boolean)
}

/** Splits `abdulrahman` and عبدالرحمن as they are often written, and drops the article. */
function apart(word: string): string[] {
  if (isArabic.test(word)) {
    if (word.startsWith('عبدال') && word.length > 6) return ['عبد', withoutArticle(word.slice(3))]
    return [withoutArticle(word)]
  }
  if (word === 'al' || word === 'el' || word === 'ul') return []
  if (/^abd[aeu]l$/.test(word)) return ['abd']
  const servant = /^abd[aeou]l?(?=..)(.{3,})$/.exec(word)
  if (servant?.[1]) return ['abd', servant[1] === 'lah' || servant[1] === 'llah' ? 'allah' : servant[1]]
  return [/^[ae]l[^aeiouyl]/.test(word) && word.length > 5 ? word.slice(2) : word]
}

function withoutArticle(word: string): string {
  return word.startsWith('ال') && word.length > 4 ? word.slice(2) : word
}

function sound(word: string): string {
  if (isArabic.test(word)) return arabicSound(word)
  return /[a-z]/.test(word) ? latinSound(word) : word
}

function latinSound(word: string): string {
  const consonants = word
    .replace(/(.)\1+/g, '$1')
    .replace(/[tdkgscpz]h/g, (pair) => digraphs[pair] ?? pair)
    .replace(/c(?=[eiy])/g, 's')
    .replace(/h$/, '')
    .replace(/[pvcgqxXC]/g, (letter) => latin[letter] ?? letter)
  return consonants.slice(0, 1).replace(/[aeiou]/, 'a') + consonants.slice(1).replace(/[aeiouwy]/g, '')
}

function arabicSound(word: string): string {
  const bare = word.replace(/(.)\1+/g, '$1').replace(/(?<=..)ه$/, '')
  const first = bare.startsWith('و') ? 'w' : bare.startsWith('ي') ? 'y' : /^[اع]/.test(bare) ? 'a' : ''
  const consonants = [...bare]
    .map((letter) => arabic[letter] ?? (/[a-z0-9]/.test(letter) ? letter : ''))
    .join('')
  return first + consonants
}

/** The key an import looks a name up by: its sounds in alphabetical order, so that `Family, Given` meets `Given Family`. */
export function soundKey(name: string): string {
  return soundsOf(name).sort().join(' ')
}

/** What a search key holds of a sound key: each sound between tildes, which no folded text contains. */
export function soundMarks(key: string): string {
  const sounds = new Set(key.split(' ').filter(Boolean))
  return sounds.size ? `~${[...sounds].join('~')}~` : ''
}

/** Patterns that together find `word` in a search key by its sound; none when it has too little of one. */
export function soundPatterns(word: string): string[] {
  if (fold(word).length < 3 || /\d/.test(word)) return []
  return soundsOf(word).map((sound) => (sound.length < 3 ? `%~${sound}~%` : `%~${sound}%`))
}
