import type { Language } from '../../i18n/languages.ts'
import { fold } from '../fold.ts'

const spellings: Record<Language, string> = {
  en: 'en,eng,english,anglais,انكليزي,الانكليزية,انجليزي,الانجليزية,إنكليزية,انگلیزی,ئینگلیزی',
  fr: 'fr,fre,fra,french,français,francais,فرنسي,الفرنسية,فرنسية,فەڕەنسی',
  ar: 'ar,ara,arabic,arabe,عربي,العربية,عربية,عەرەبی',
  ckb: 'ckb,ku,kur,kurdish,kurdi,sorani,kurde,kurdish sorani,كردي,الكردية,كردية,سوراني,کوردی,سۆرانی,کوردی سۆرانی',
}

const known = new Map<string, Language>()
for (const [language, words] of Object.entries(spellings))
  for (const word of words.split(',')) known.set(fold(word), language as Language)

/** The language a cell names, in any of our languages; the first where it names several; null for any other. */
export function readLanguage(text: string): Language | null {
  const whole = known.get(fold(text))
  if (whole) return whole
  for (const part of text.split(/[/,;&+|()،-]|\band\b|\bou\b/i)) {
    const language = known.get(fold(part))
    if (language) return language
  }
  return null
}
