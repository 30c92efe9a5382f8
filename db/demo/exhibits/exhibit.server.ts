import type { Sector } from '../../../app/exhibition/sectors.ts'
import type { Localized } from '../../../app/i18n/languages.ts'
import type { Motif } from '../drawings.server.ts'

type DemoFigure = {
  value: number
  qualifier: 'exactly' | 'about' | 'nearly' | 'more_than'
  label: Localized
  unit: Localized
  asOf: string
  source: Localized
  sourceUrl?: string
}
export type DemoExhibit = {
  slug: string
  booth: string
  state: 'draft' | 'submitted' | 'published'
  sectors: Sector[]
  governorates: string[] | 'all'
  title: Localized
  summary: Localized
  body?: Localized
  figures?: DemoFigure[]
  links?: { url: string; label: Localized }[]
  picture?: Motif
  /** Whether it shows the results of the programme. */
  showsResults?: boolean
}

export const people: Localized = { en: 'people', fr: 'personnes', ar: 'شخص', ckb: 'کەس' }
export const families: Localized = { en: 'families', fr: 'familles', ar: 'أسرة', ckb: 'خێزان' }
export const release: Localized = {
  en: 'IOM Iraq, news release on the CRP partner meeting',
  fr: 'OIM Iraq, communiqué sur la réunion des partenaires du PRC',
  ar: 'المنظمة الدولية للهجرة في العراق، بيان صحفي عن اجتماع شركاء البرنامج',
  ckb: 'ڕێکخراوی نێودەوڵەتیی کۆچ لە عێراق، ڕاگەیەندراوی ڕۆژنامەوانی لەبارەی کۆبوونەوەی هاوبەشان',
}
export const displaced: Localized = {
  en: 'displaced people',
  fr: 'personnes déplacées',
  ar: 'نازح',
  ckb: 'ئاوارە',
}
const arabic = new Intl.NumberFormat('ar-u-nu-arab', { useGrouping: false })
export const dtm = (round: number, date: Localized): Localized => ({
  en: `IOM DTM Iraq, Master List round ${round}, ${date.en}`,
  fr: `OIM DTM Iraq, liste principale, cycle ${round}, ${date.fr}`,
  ar: `المنظمة الدولية للهجرة، مصفوفة تتبع النزوح، الجولة ${arabic.format(round)}، ${date.ar}`,
  ckb: `ڕێکخراوی نێودەوڵەتیی کۆچ، DTM عێراق، گەڕی ${arabic.format(round)}، ${date.ckb}`,
})
export const dtmSite = 'https://iraqdtm.iom.int'
export const releaseSite =
  'https://www.iom.int/news/iom-iraq-community-revitalization-program-holds-partnership-meeting'
