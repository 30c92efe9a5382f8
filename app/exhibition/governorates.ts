import { type Language, languages } from '../i18n/languages.ts'

export type Governorate = { pcode: string; name: Record<Language, string> }

/*
 * The governorates of Iraq by OCHA p-code (COD-AB, 2019), the only thing to join on: other lists number them
 * differently and spell them freely. English as OCHA and IOM write them. Halabja, the 19th since 2025, has no p-code in
 * that edition; it becomes one more line here once the data it is joined with know it, and is drawn by map/boundaries.ts.
 */
export const governorates: readonly Governorate[] = [
  { pcode: 'IQG01', name: { en: 'Anbar', fr: 'Anbar', ar: 'الأنبار', ckb: 'ئەنبار' } },
  { pcode: 'IQG02', name: { en: 'Basrah', fr: 'Bassora', ar: 'البصرة', ckb: 'بەسرە' } },
  { pcode: 'IQG03', name: { en: 'Muthanna', fr: 'Muthanna', ar: 'المثنى', ckb: 'موسەننا' } },
  { pcode: 'IQG04', name: { en: 'Najaf', fr: 'Nadjaf', ar: 'النجف', ckb: 'نەجەف' } },
  { pcode: 'IQG05', name: { en: 'Qadissiya', fr: 'Qadissiya', ar: 'القادسية', ckb: 'قادسیە' } },
  { pcode: 'IQG06', name: { en: 'Sulaymaniyah', fr: 'Souleimaniye', ar: 'السليمانية', ckb: 'سلێمانی' } },
  { pcode: 'IQG07', name: { en: 'Babil', fr: 'Babil', ar: 'بابل', ckb: 'بابل' } },
  { pcode: 'IQG08', name: { en: 'Baghdad', fr: 'Bagdad', ar: 'بغداد', ckb: 'بەغدا' } },
  { pcode: 'IQG09', name: { en: 'Duhok', fr: 'Dohouk', ar: 'دهوك', ckb: 'دهۆک' } },
  { pcode: 'IQG10', name: { en: 'Diyala', fr: 'Diyala', ar: 'ديالى', ckb: 'دیالە' } },
  { pcode: 'IQG11', name: { en: 'Erbil', fr: 'Erbil', ar: 'أربيل', ckb: 'هەولێر' } },
  { pcode: 'IQG12', name: { en: 'Kerbala', fr: 'Kerbala', ar: 'كربلاء', ckb: 'کەربەلا' } },
  { pcode: 'IQG13', name: { en: 'Kirkuk', fr: 'Kirkouk', ar: 'كركوك', ckb: 'کەرکووک' } },
  { pcode: 'IQG14', name: { en: 'Maysan', fr: 'Maysan', ar: 'ميسان', ckb: 'میسان' } },
  { pcode: 'IQG15', name: { en: 'Ninewa', fr: 'Ninive', ar: 'نينوى', ckb: 'نەینەوا' } },
  { pcode: 'IQG16', name: { en: 'Salah al-Din', fr: 'Salah al-Din', ar: 'صلاح الدين', ckb: 'سەڵاحەدین' } },
  { pcode: 'IQG17', name: { en: 'Thi Qar', fr: 'Dhi Qar', ar: 'ذي قار', ckb: 'زیقار' } },
  { pcode: 'IQG18', name: { en: 'Wassit', fr: 'Wassit', ar: 'واسط', ckb: 'واسیت' } },
]

const byPcode = new Map(governorates.map((governorate) => [governorate.pcode, governorate]))

export function isGovernorate(pcode: unknown): pcode is string {
  return typeof pcode === 'string' && byPcode.has(pcode)
}

/** The governorate of an OCHA p-code; nothing for a code of another list. */
export function findGovernorate(pcode: string | undefined): Governorate | undefined {
  return byPcode.get(pcode ?? '')
}

/** The name for a reader of `language`; a p-code we do not know stands for itself. */
export function governorateName(pcode: string, language: Language): string {
  return byPcode.get(pcode)?.name[language] ?? pcode
}

/** Every name of the governorate, for a search that must find it in any language. */
export function governorateNames(pcode: string): string[] {
  const found = byPcode.get(pcode)
  return found ? languages.map((language) => found.name[language]) : []
}
