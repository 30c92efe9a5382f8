import { displayName } from '../../directory/names.ts'
import type { Sheet, SheetCell } from '../../documents/spreadsheet.server.ts'
import { formatList, isoDay } from '../../i18n/format.ts'
import { direction, type Language, languages, localize } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { localFromInstant } from '../../i18n/zoned.ts'
import type { AgendaItem } from '../read.server.ts'

/** The agenda as a table, an item to a row; titles and descriptions in a column for each language of the event. */
export function agendaSheet(
  items: readonly AgendaItem[],
  { zone, languages: ofEvent }: { zone: string; languages: readonly Language[] },
  language: Language,
): Sheet {
  const t = translator(language)
  const told = languages.filter((one) => ofEvent.includes(one) || items.some(({ title }) => title[one]))
  const perLanguage = (name: 'title' | 'abstract') =>
    told.map((one) => `${t(`agenda:field.${name}`)} (${one})`)
  const names = (of: readonly Language[]) =>
    formatList(
      of.map((one) => t(`agenda:language.${one}`)),
      language,
    )
  const clock = (at: Date) => localFromInstant(at, zone).slice(11)
  return {
    name: t('agenda:site.title'),
    rightToLeft: direction(language) === 'rtl',
    headings: [
      ...[t('exchange:sheet.day'), t('exchange:sheet.from'), t('exchange:sheet.to')],
      ...[t('agenda:field.room'), t('agenda:field.kind'), t('exchange:sheet.track')],
      ...perLanguage('title'),
      t('exchange:sheet.people'),
      ...[t('agenda:field.spoken'), t('agenda:field.interpreted'), t('agenda:field.part')],
      ...perLanguage('abstract'),
      t('exchange:sheet.id'),
    ],
    rows: items.map((item): SheetCell[] => [
      ...[isoDay(item.startsAt, zone), clock(item.startsAt), clock(item.endsAt)],
      ...[
        localize(item.room?.name, language),
        t(`agenda:kind.${item.kind}`),
        localize(item.track?.name, language),
      ],
      ...told.map((one) => item.title[one] ?? ''),
      item.roles
        .map((role) => {
          const name = [localize(role.honorific, language), displayName(role.names, language)]
            .filter(Boolean)
            .join(' ')
          const of = localize(role.organisationName, language)
          return `${t(`agenda:role.${role.role}`)}: ${name}${of && ` (${of})`}`
        })
        .join('; '),
      ...[names(item.spokenLanguages), names(item.interpretedLanguages), localize(item.part.name, language)],
      ...told.map((one) => item.abstract[one] ?? ''),
      item.id,
    ]),
  }
}
