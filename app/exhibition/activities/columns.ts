import { formatList } from '../../i18n/format.ts'
import type { Language } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { sectors } from '../sectors.ts'
import { type Columns, headingReader } from '../sheets/columns.ts'

const fields = ['agency', 'activity', 'category', 'governorate', 'pcode', 'district', 'programme'] as const
export type ActivityField = (typeof fields)[number]

/** What a column holds, in the reader's words. */
export function columnLabel(base: string, language: Language): string {
  return translator(language)(`sheets:activities.column.${base as ActivityField}`)
}

/** What to write into a column. */
export function columnExplained(base: string, language: Language): string {
  const t = translator(language)
  const words = sectors.map((sector) => t(`visitor:sector.${sector}`))
  return t(`sheets:activities.explain.${base as ActivityField}`, { words: formatList(words, language) })
}

/** As lists of clusters and of the Humanitarian Data Exchange head their columns. */
const words: Record<ActivityField | 'known', string[]> = {
  agency: [
    ...[
      'agency',
      'organisation',
      'organization',
      'organisation name',
      'organization name',
      'partner',
      'partner name',
    ],
    ...[
      'implementing partner',
      'implementing agency',
      'implementing organisation',
      'implementing organization',
    ],
    ...['who', 'org', 'ngo', 'organisme', 'المنظمة', 'الجهة المنفذة', 'الشريك المنفذ', 'ڕێکخراو'],
  ],
  activity: [
    ...['activity', 'activities', 'activity description', 'what', 'project', 'project title', 'project name'],
    ...['intervention', 'activité', 'projet', 'النشاط', 'المشروع', 'چالاکی', 'پڕۆژە'],
  ],
  category: ['category', 'sector', 'sectors', 'cluster', 'clusters', 'secteur', 'القطاع', 'المجال', 'کەرت'],
  governorate: [
    ...[
      'governorate',
      'governorate name',
      'gov',
      'where',
      'province',
      'admin1',
      'admin 1',
      'admin1 name',
      'adm1 name',
    ],
    ...['adm1 en', 'admin1name', 'gouvernorat', 'المحافظة', 'پارێزگا'],
  ],
  pcode: [
    ...[
      'p-code',
      'pcode',
      'governorate p-code',
      'governorate pcode',
      'governorate code',
      'g pcode',
      'g pcode 2014',
    ],
    ...['admin1 pcode', 'admin1 code', 'admin1pcode', 'adm1 pcode', 'adm1 code', 'رمز المحافظة'],
  ],
  district: [
    ...[
      'district',
      'district name',
      'admin2',
      'admin 2',
      'admin2 name',
      'adm2 name',
      'adm2 en',
      'qadha',
      'القضاء',
      'قەزا',
    ],
  ],
  programme: ['programme', 'program', 'البرنامج', 'بەرنامە'],
  known: [
    ...[
      'd pcode',
      'district pcode',
      'district p-code',
      'district code',
      'admin2 pcode',
      'admin2pcode',
      'adm2 pcode',
    ],
    ...['adm2 code', 'country', 'id', 'no', 'nr', 'latitude', 'longitude', 'lat', 'lon'],
  ],
}

export const activityColumns: Columns = {
  fields,
  read: headingReader(fields, columnLabel, words),
  needed: [
    ['agency', 'activity'],
    ['governorate', 'pcode'],
  ],
}
