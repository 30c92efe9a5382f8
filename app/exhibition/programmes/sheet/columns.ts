import { formatList } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/languages.ts'
import { translator } from '../../../i18n/translator.ts'
import { figureQualifiers } from '../../rules.ts'
import { type Columns, headingReader, inLanguages } from '../../sheets/columns.ts'
import { type Group, groups } from '../groups.ts'

/** Which texts a sheet gives in several languages, and how long each may be. */
export const textColumns = {
  programme: 160,
  phase: 120,
  component: 160,
  indicator: 200,
  unit: 60,
  source: 300,
} as const
export type TextColumn = keyof typeof textColumns

const plain = [
  'programmeCode',
  'indicatorCode',
  'value',
  'exactness',
  'target',
  'place',
  'asOf',
  'sourceUrl',
] as const
export type Base = TextColumn | (typeof plain)[number] | Group

/** In the order in which our own sheets have them. */
const fields: readonly string[] = [
  'programmeCode',
  ...inLanguages('programme'),
  ...inLanguages('phase'),
  ...inLanguages('component'),
  'indicatorCode',
  ...inLanguages('indicator'),
  ...inLanguages('unit'),
  ...['value', 'exactness', 'target', 'place', 'asOf'],
  ...inLanguages('source'),
  'sourceUrl',
  ...groups,
]

/** What a column holds, in the reader's words. */
export function columnLabel(base: string, language: Language): string {
  const t = translator(language)
  return isGroup(base)
    ? t(`programmes:group.${base}`)
    : t(`sheets:programmes.column.${base as Exclude<Base, Group>}`)
}

/** What to write into a column. */
export function columnExplained(base: string, language: Language): string {
  const t = translator(language)
  if (isGroup(base)) return t('sheets:programmes.explain.group')
  const words = figureQualifiers.map((qualifier) => t(`exhibition:qualifier.${qualifier}`))
  const said = { words: formatList(words, language) }
  return t(`sheets:programmes.explain.${base as Exclude<Base, Group>}`, said)
}

function isGroup(base: string): base is Group {
  return (groups as readonly string[]).includes(base)
}

export const programmeColumns: Columns = {
  fields,
  read: headingReader(fields, columnLabel, {
    programmeCode: ['acronym', 'project code'],
    'programme.en': ['program', 'programme name', 'project'],
    'indicator.en': ['indicator name', 'what is counted'],
    'component.en': ['output', 'outcome', 'result area'],
    value: ['value', 'result', 'number', 'achieved', 'actual', 'reached', 'valeur', 'القيمة', 'العدد'],
    target: ['target', 'planned', 'goal'],
    place: [
      'place',
      'location',
      'p-code',
      'pcode',
      'admin1',
      'admin1 pcode',
      'province',
      '#adm1+name',
      '#adm1+code',
    ],
    asOf: ['date', 'period', 'reporting date', 'as of', 'التاريخ', '#date'],
    sourceUrl: ['url', 'link', 'source link'],
    female: ['female', 'women', 'femmes', 'نساء', 'إناث'],
    male: ['male', 'men', 'hommes', 'رجال', 'ذكور'],
  }),
  needed: [inLanguages('indicator').concat('indicatorCode'), ['value'], ['asOf'], inLanguages('source')],
}

/** The columns for an office that writes in these languages. */
export function fieldsFor(written: readonly Language[]): string[] {
  return fields.filter((field) => {
    const [, language] = field.split('.')
    return !language || written.includes(language as Language)
  })
}
