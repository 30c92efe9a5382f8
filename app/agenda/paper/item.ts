import { displayName } from '../../directory/names.ts'
import { type Block, toBlocks } from '../../documents/blocks.ts'
import { breakable } from '../../documents/breakable.ts'
import { comma, formatInstant, formatList, formatNumber, formatTimeRange, isoDay } from '../../i18n/format.ts'
import { type Language, type Localized, localize, localizeWithLanguage } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import type { AgendaItem } from '../read.server.ts'
import { inRuns, isPause } from '../rules.ts'

/** In letters: about a third of a page, side by side with another language. */
const longText = 900

type Printing = {
  languages: readonly Language[]
  zone: string
  /** With people, languages and description. */
  isWhole: boolean
  /** Without its room. */
  isShort?: boolean
}

/** A text as paper can bear it, and the language it is in. */
export function said(text: Localized | null | undefined, language: Language) {
  const found = localizeWithLanguage(text, language)
  return { text: breakable(found.text), language: found.language }
}

/** An item as the templates beside this file set it: its times once, all else in each language. */
export function printedItem(item: AgendaItem, { languages, zone, isWhole, isShort }: Printing) {
  return {
    isQuiet: isPause(item.kind),
    // What is long may go over to the next page; the rest stays together.
    isLong: isWhole && languages.some((language) => localize(item.abstract, language).length > longText),
    times: timesOf(item, languages, zone),
    each: languages.map((language) => ({
      language,
      title: said(item.title, language),
      places: [isShort ? null : item.room?.name, isWhole ? item.track?.name : null]
        .filter((text) => localize(text, language))
        .map((text) => said(text, language)),
      ...(isWhole && {
        people: peopleOf(item, language),
        heard: heardIn(item, language),
        text: { language: said(item.abstract, language).language, blocks: blocksOf(item, language) },
      }),
    })),
  }
}

/** From when to when, in the digits of each language, each way of writing it once; with the day where it ends on another. */
export function timesOf(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  languages: readonly Language[],
  zone: string,
) {
  // What ends at midnight ends on its day.
  const isOvernight = isoDay(startsAt, zone) !== isoDay(new Date(endsAt.getTime() - 1), zone)
  const written = languages.map((language) => ({
    range: formatTimeRange(startsAt, endsAt, language, zone),
    until: isOvernight ? { text: formatInstant(endsAt, 'shortDay', language, zone), language } : null,
  }))
  return [...new Map(written.map((one) => [one.range + one.until?.text, one])).values()]
}

function peopleOf({ roles }: AgendaItem, language: Language) {
  const t = translator(language)
  return inRuns(roles).map((run) => ({
    role: t(`agenda:${run.length > 1 ? 'roles' : 'role'}.${run[0]?.role ?? 'speaker'}`),
    names: run.map((role) => ({
      name: [localize(role.honorific, language), displayName(role.names, language)].filter(Boolean).join(' '),
      rest: [role.position, role.organisationName]
        .map((text) => said(text, language).text)
        .filter(Boolean)
        .join(comma(language)),
      contribution: said(role.contribution, language).text,
    })),
  }))
}

function heardIn(
  { spokenLanguages: spoken, interpretedLanguages: interpreted, room }: AgendaItem,
  language: Language,
) {
  const t = translator(language)
  const name = (one: Language) => t(`agenda:language.${one}`)
  const onChannel = (one: Language) => {
    const channel = (room?.channels.indexOf(one) ?? -1) + 1
    if (channel === 0) return name(one)
    return t('programme:channel', { language: name(one), channel: formatNumber(channel, language) })
  }
  return [
    spoken.length > 0 && t('agenda:spoken', { languages: formatList(spoken.map(name), language) }),
    interpreted.length > 0 &&
      t('agenda:interpreted', { languages: formatList(interpreted.map(onChannel), language) }),
  ].filter((line) => line !== false)
}

function blocksOf({ abstract }: AgendaItem, language: Language): Block[] {
  const blocks = toBlocks(localize(abstract, language))
  return JSON.parse(JSON.stringify(blocks), (key, value) => (key === 'text' ? breakable(value) : value))
}
