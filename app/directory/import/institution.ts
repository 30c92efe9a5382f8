import type { OrganisationKind } from '#db/schema/directory.server.ts'
import { foldedWords } from '../fold.ts'

const kindWords: [OrganisationKind, RegExp][] = [
  [
    'ministry',
    /\b(ministry|minist[eè]re|ministerial|prime minister|council of ministers)\b|وزارة|وەزارەت|مجلس الوزراء/iu,
  ],
  [
    'embassy',
    /\b(embassy|consulate|consul|ambassade|consulat|high commission|european union delegation|eu delegation)\b|سفارة|قنصلية|بالوێزخانە|کونسوڵخانە/iu,
  ],
  [
    'un_agency',
    /^(u\.?n\.?|unhcr|undp|unicef|wfp|iom|ocha|who|unesco|fao|ilo|unfpa|unops|unami|unep|unido|unodc|ohchr|unitad|unmas)\.?$|\b(un[- ]habitat|un women|united nations|nations unies|international organi[sz]ation for migration)\b|الأمم المتحدة|المنظمة الدولية للهجرة|نەتەوە یەکگرتووەکان/iu,
  ],
  [
    'donor',
    /\b(department of state|usaid|\bprm\b|echo|sida|giz|fcdo|gffo|kfw|world bank|donor)\b|البنك الدولي/iu,
  ],
  [
    'local_authority',
    /\b(governorate|governor'?s? office|office of the governor|municipality|district|provincial council|joint crisis coordination|mayor'?s? office|gouvernorat)\b|محافظة|محافظ|بلدية|قضاء|قائممقامية|مجلس محافظة|پارێزگا|شارەوانی/iu,
  ],
  [
    'academia',
    /\b(university|college|institute|school|think tank|research cent(re|er)|universit[eé])\b|جامعة|كلية|معهد|زانکۆ|پەیمانگا/iu,
  ],
  [
    'media',
    /\b(press|media|television|tv|radio|newspaper|news agency|channel)\b|قناة|صحيفة|إذاعة|وكالة أنباء|کەناڵ|ڕۆژنامە/iu,
  ],
  [
    'ngo',
    /\b(ngo|association|foundation|charity|society|red crescent|red cross|relief|rescue committee|refugee council|civil society)\b|منظمة|جمعية|مؤسسة|الهلال الأحمر|ڕێکخراو|کۆمەڵە|دەزگا/iu,
  ],
  [
    'private_sector',
    /\b(company|ltd|llc|bank|corporation|chamber of commerce|group|inc)\b|شركة|مصرف|غرفة تجارة|کۆمپانیا|بانک/iu,
  ],
]

const institutionWords =
  /\b(office|department|directorate|agency|council|commission|committee|cent(re|er)|delegation|authority|organi[sz]ation|bureau|direction g[eé]n[eé]rale)\b|مديرية|دائرة|هيئة|مجلس|مكتب|مركز|لجنة|بەڕێوەبەرایەتی|فەرمانگە|نووسینگە|ئەنجومەن|سەنتەر/iu

/** Whether a name reads like an institution's, not a person's. */
export function namesInstitution(name: string): boolean {
  return institutionWords.test(name) || kindWords.some(([, words]) => words.test(name))
}

/** The kind of an organisation by its names; `other` when they do not tell. */
export function guessKind(names: readonly string[]): OrganisationKind {
  for (const [kind, words] of kindWords) if (names.some((name) => words.test(name))) return kind
  return 'other'
}

const saysInstitution =
  /^\s*(institutions?|organi[sz]ation|entity|organisme|official body|مؤسسة|جهة|جهة رسمية|دامەزراوە)(?=[\s,،:;.()]|$)/iu
const saysPerson = /^\s*(person|individual|personne|شخص|فرد|کەس)(?=[\s,،:;.()]|$)/iu

/** What a remark or a column of kinds says outright, by its first word, that a row is. */
export function saidKind(text: string): 'institution' | 'person' | null {
  if (saysInstitution.test(text)) return 'institution'
  return saysPerson.test(text) ? 'person' : null
}

const small = new Set('the of and for in to a an de la le les du des et d l pour'.split(' '))

/** A name to find an organisation by: folded, without small words, British and American spellings alike. */
export function organisationKey(name: string): string {
  const words = foldedWords(name)
  // U.N.D.P.
  if (words.length > 1 && words.every((word) => word.length === 1)) return words.join('')
  return words
    .filter((word) => !small.has(word))
    .map((word) =>
      word
        .replace(/our$/, 'or')
        .replace(/tre$/, 'ter')
        .replace(/isation/, 'ization')
        .replace(/^programme$/, 'program'),
    )
    .join(' ')
}

/** `UNHCR`, `MoLSA`, `U.N.D.P.`: one short word, most of it capitals. */
export function isAcronym(text: string): boolean {
  const word = text.trim()
  if (/\s/.test(word) || word.length > 12) return false
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= 2 && capitals * 2 >= (word.match(/\p{L}/gu)?.length ?? 0)
}

/** Whether two names may well be one institution's: nearly the same words, or one the other's initials. */
export function seemSame(a: string, b: string): boolean {
  if (organisationKey(a) === organisationKey(b)) return true
  const [first, second] = [stems(a), stems(b)]
  const shared = [...first].filter((stem) => second.has(stem)).length
  const all = new Set([...first, ...second]).size
  return (all > 0 && shared / all >= 0.75) || isShortFor(a, b) || isShortFor(b, a)
}

/** The beginnings of a name's words: equal for Displaced and Displacement. */
export function stems(name: string): Set<string> {
  return new Set(
    organisationKey(name)
      .split(' ')
      .map((word) => word.slice(0, 5)),
  )
}

/** `MoLSA`, `MOLSA KRG` for “Ministry of Labor and Social Affairs - KRG”. */
function isShortFor(short: string, long: string): boolean {
  const [initials, ...rest] = foldedWords(short)
  if (!initials || initials.length < 2) return false
  const words = foldedWords(long).filter((word) => !rest.includes(word))
  if (rest.some((word) => !foldedWords(long).includes(word)) || words.length < 2) return false
  const every = words.map((word) => word.slice(0, 1)).join('')
  const main = words
    .filter((word) => !small.has(word))
    .map((word) => word.slice(0, 1))
    .join('')
  const withOf = words
    .filter((word) => word === 'of' || !small.has(word))
    .map((word) => word.slice(0, 1))
    .join('')
  return [every, main, withOf].some(
    (letters) => letters.startsWith(initials) && letters.length <= initials.length + 1,
  )
}
