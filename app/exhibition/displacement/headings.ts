import { fold } from '../../directory/fold.ts'
import { type Population, populations } from './rules.ts'

/** What a column of a file may hold. `spread`: figures of the round, date or governorate that its headings name. */
export const fields = [
  'admin1Code',
  'admin1Name',
  'admin2Code',
  'admin2Name',
  'individuals',
  'households',
  'date',
  'year',
  'month',
  'round',
  'operation',
  'population',
  'breakdown',
  'spread',
] as const
export type Field = (typeof fields)[number]

export function isField(value: unknown): value is Field {
  return fields.includes(value as Field)
}

/** `known` is a column that is understood and not needed: the country, coordinates, numbers of rows. */
export type Heading = { field: Field | 'known'; population?: Population }

/** What a heading says its column holds, by its HXL tag or its words in four languages; null when it is not understood. */
export function readHeading(cell: string): Heading | null {
  const text = cell.trim()
  if (!text) return null
  return isTag(text) ? readTag(text) : readWords(text)
}

/** HXL 1.1: `#adm1+code`, `#affected+idps+ind`. */
export function isTag(cell: string): boolean {
  return /^\s*#\w[\w ]*(?:\+\s*\w+\s*)*$/.test(cell) && !/^\s*#\d/.test(cell)
}

function readTag(text: string): Heading | null {
  const [tag = '', ...attributes] = text.toLowerCase().replace(/\s/g, '').slice(1).split('+')
  const has = (...words: string[]) => words.some((word) => attributes.includes(word))
  const population = populations.find((name) => has(name, name.slice(0, -1)))
  if (has('origin', 'from', 'reason', 'cause')) return { field: 'breakdown' }
  if (tag === 'adm1') return { field: has('code', 'pcode') ? 'admin1Code' : 'admin1Name' }
  if (tag === 'adm2') return { field: has('code', 'pcode') ? 'admin2Code' : 'admin2Name' }
  if (/^adm[3-5]$|^loc$/.test(tag)) return { field: 'breakdown' }
  if (has('round') || tag === 'round') return { field: 'round' }
  if (tag === 'date') return { field: has('year') ? 'year' : has('month') ? 'month' : 'date' }
  if (/^(operation|crisis|event)$/.test(tag) || has('operation')) return { field: 'operation' }
  if (/^(affected|population|inneed|reached)$/.test(tag)) {
    // A part of the people only: women, children, those in camps.
    if (
      attributes.some((word) =>
        /^(f|m|i|age.*|adults?|children|infants?|elderly|camps?|noncamp|pct)$/.test(word),
      )
    )
      return { field: 'known' }
    if (has('type', 'group') && !population) return { field: 'population' }
    return {
      field: has('hh', 'families', 'households') ? 'households' : 'individuals',
      ...(population && { population }),
    }
  }
  return /^(country|geo|meta|indicator|source|contact)$/.test(tag) ? { field: 'known' } : null
}

/** A heading as words: `numPresentIdpInd` is `num present idp ind`, and folding makes Arabic and Kurdish letters one. */
function wordsOf(text: string): string {
  const apart = text.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\d)(?=\p{Lu}\p{Ll})|_/gu, ' ')
  return ` ${fold(apart)} `
}

/** Arabic and Kurdish words as folding leaves them, so that they are written here as people write them. */
function anyOf(...words: string[]): RegExp {
  return new RegExp(` (?:${words.map((word) => fold(word)).join('|')}) `)
}

const place1 =
  / (?:admin ?1|adm ?1|admin level 1|governorate|governorates|gov|province|gouvernorat|governate) /
const place1Native = anyOf('المحافظة', 'محافظة', 'پارێزگا', 'پارێزگای')
const place2 = / (?:admin ?2|adm ?2|admin level 2|district|districts|qadha|qaza) /
const place2Native = anyOf('القضاء', 'قضاء', 'قەزا', 'قەزای')
const smaller =
  / (?:admin ?[345]|adm ?[345]|sub ?district|nahiya|location|locations|site|place|village|camp|neighbou?rhood|localite) /
const smallerNative = anyOf('الناحية', 'ناحية', 'الموقع', 'القرية', 'المخيم', 'ناحیە', 'گوند', 'شوێن')
const code = / (?:p ?codes?|codes?) /
const codeNative = anyOf('رمز', 'الرمز', 'كود', 'کۆد', 'کۆدی')
const origin = / (?:origin|origine|source governorate|reason|cause|motive|shelter|ethnicity|wave|period) /
const originNative = anyOf('الأصل', 'الأصلية', 'سبب', 'المأوى', 'هۆکار')
const part =
  / (?:males?|females?|men|women|boys|girls|child|children|infants?|age|aged|elderly|under|over|percent|pct|hommes|femmes|enfants) |%/
const partNative = anyOf('ذكور', 'إناث', 'نساء', 'رجال', 'أطفال', 'النسبة', 'نێر', 'مێ', 'منداڵ')
const change = / (?:change|changes|changed|difference|variation|evolution|increase|decrease|trend) /
const changeNative = anyOf('التغير', 'التغيير', 'الفرق', 'گۆڕان', 'جیاوازی')
const camps = anyOf('camp', 'camps', 'host', 'المخيم', 'المخيمات', 'کەمپ')
const people =
  / (?:ind|inds|individuals?|persons?|people|population|idps?|returnees?|refugees?|migrants?|displaced|number|num|total|count|figure|value|personnes|deplacees?|individus|nombre) /
const peopleNative = anyOf(
  'الأفراد',
  'أفراد',
  'الأشخاص',
  'النازحين',
  'النازحون',
  'العائدين',
  'العدد',
  'عدد',
  'تاک',
  'کەس',
  'ئاوارە',
  'ئاوارەکان',
  'ژمارە',
)
const families = / (?:hh|hhs|households?|families|family|menages?|familles?) /
const familiesNative = anyOf('الأسر', 'أسر', 'العائلات', 'عائلات', 'عوائل', 'العوائل', 'خێزان', 'خێزانەکان')
const when = / (?:date|dates|reported|reporting|as of|jour) /
const whenNative = anyOf('التاريخ', 'تاريخ', 'بەروار', 'بەرواری')
const year = anyOf('year', 'annee', 'السنة', 'سنة', 'العام', 'ساڵ')
const month = anyOf('month', 'mois', 'الشهر', 'شهر', 'مانگ')
const round = anyOf('round', 'rounds', 'ronde', 'cycle', 'الجولة', 'جولة', 'گەڕ', 'گەڕی')
const operation = anyOf(
  'operation',
  'operations',
  'crisis',
  'emergency',
  'operation name',
  'العملية',
  'الأزمة',
  'قەیران',
  'ئۆپەراسیۆن',
)
const group = anyOf(
  'population type',
  'population group',
  'group',
  'category',
  'type of population',
  'الفئة',
  'گرووپ',
)
const unneeded =
  / (?:id|fid|objectid|no|nr|sn|country|admin ?0|adm ?0|latitude|longitude|lat|lon|long|x|y|assessment|assessment type|source|comments?|notes?|remarks?|iso3?) /

/** Whether a heading speaks of some of the people only, of where they came from, or of a change. */
export function saysPart(text: string): boolean {
  const words = wordsOf(text)
  return (
    [origin, originNative, part, partNative, change, changeNative, camps].some((it) => it.test(words)) ||
    /[%٪∆Δ]/.test(text) ||
    (isTag(text) && readTag(text)?.field === 'known')
  )
}

function readWords(text: string): Heading | null {
  const words = wordsOf(text)
  const says = (...patterns: RegExp[]) => patterns.some((pattern) => pattern.test(words))
  if (/ admin ?0| adm ?0/.test(words)) return { field: 'known' }
  if (says(origin, originNative)) return { field: 'breakdown' }
  if (says(part, partNative, change, changeNative)) return { field: 'known' }
  if (says(families, familiesNative)) return { field: 'households', ...populationIn(words) }
  const isCount =
    / (?:ind|inds|individuals?|persons?|people|num|number|total|nombre) /.test(words) || says(peopleNative)
  if (says(smaller, smallerNative) && !isCount) return { field: 'breakdown' }
  if (says(place2, place2Native) && !isCount)
    return { field: says(code, codeNative) ? 'admin2Code' : 'admin2Name' }
  if (says(place1, place1Native) && !isCount)
    return { field: says(code, codeNative) ? 'admin1Code' : 'admin1Name' }
  // “Round 131” stands over figures of that round, not over the numbers of rounds.
  if (says(round)) return /\d/.test(words) ? null : { field: 'round' }
  if (says(year)) return { field: 'year' }
  if (says(month)) return { field: 'month' }
  if (says(when, whenNative)) return { field: 'date' }
  if (says(operation)) return { field: 'operation' }
  if (says(group)) return { field: 'population' }
  if (/^ p ?codes? $/.test(words)) return { field: 'admin1Code' }
  if (says(people, peopleNative)) return { field: 'individuals', ...populationIn(words) }
  return says(unneeded) ? { field: 'known' } : null
}

const groups: [Population, RegExp][] = [
  [
    'returnees',
    new RegExp(
      `${/ (?:returnees?|returned|retournes?) /.source}|${anyOf('العائدين', 'العائدون', 'عائد', 'گەڕاوە', 'گەڕاوەکان').source}`,
    ),
  ],
  [
    'refugees',
    new RegExp(
      `${/ (?:refugees?|refugies?) /.source}|${anyOf('اللاجئين', 'اللاجئون', 'پەنابەر', 'پەنابەران').source}`,
    ),
  ],
  [
    'migrants',
    new RegExp(`${/ (?:migrants?) /.source}|${anyOf('المهاجرين', 'المهاجرون', 'کۆچبەر', 'کۆچبەران').source}`),
  ],
  [
    'idps',
    new RegExp(
      `${/ (?:idps?|displaced|deplacees?) /.source}|${anyOf('النازحين', 'النازحون', 'نازح', 'ئاوارە', 'ئاوارەکان').source}`,
    ),
  ],
]

/** Whom a text speaks of; null when it does not say, or names several. */
export function readPopulation(text: string): Population | null {
  return populationIn(wordsOf(text)).population ?? null
}

function populationIn(words: string): { population?: Population } {
  const named = groups.filter(([, pattern]) => pattern.test(words))
  const [only] = named
  return only && named.length === 1 ? { population: only[0] } : {}
}
