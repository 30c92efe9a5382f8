import { breakable } from '../../documents/breakable.ts'
import type { PdfDocument } from '../../documents/pdf.server.ts'
import { formatDayRange, formatInstant, formatNumber, isoDay, isolate } from '../../i18n/format.ts'
import type { Language, Localized } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { zoneName } from '../../i18n/zone-name.ts'
import type { AgendaItem } from '../read.server.ts'
import { atOnce } from '../rules.ts'
import type { PaperChoice, PaperLayout } from './choice.ts'
import { printedItem, said, timesOf } from './item.ts'

export type AgendaPaper = {
  event: { name: Localized; zone: string }
  items: readonly AgendaItem[]
  choice: PaperChoice
  /** The version that this is of; a draft is of no version yet. */
  version: { number: number; releasedAt: Date } | null
  /** Where the present version is to be read. */
  address: string
  now: Date
}

const templates = {
  overview: 'agenda/paper/overview.typ',
  full: 'agenda/paper/full.typ',
  doors: 'agenda/paper/doors.typ',
} as const satisfies Record<PaperLayout, `${string}.typ`>

/** An agenda, or what was chosen of it, as paper. What is missing in a language stands there in another. */
export function agendaDocument(paper: AgendaPaper): PdfDocument {
  const { event, items, choice, version } = paper
  const languages = languagesOf(choice)
  const [first = 'en'] = languages
  return {
    template: templates[choice.layout],
    data: {
      language: first,
      second: languages[1] ?? null,
      title: said(event.name, first).text,
      heads: languages.map((language) => ({ language, ...headOf(paper, language) })),
      feet: languages.map((language) => ({ language, text: footOf(paper, language) })),
      draft: version ? '' : translator(first)('prints:draft'),
      ...(choice.layout === 'doors' ? { doors: doorsOf(paper) } : { days: daysOf(items, paper) }),
    },
  }
}

function languagesOf({ languages: [first, second] }: PaperChoice): Language[] {
  return second ? [first, second] : [first]
}

function headOf({ event, items, choice, version }: AgendaPaper, language: Language) {
  const t = translator(language)
  const [first, last] = [items[0], items.at(-1)]
  const days =
    first && last ? formatDayRange(first.startsAt, last.startsAt, language, event.zone) : t('prints:none')
  return {
    event: said(event.name, language),
    title: t(choice.items ? 'mine:title' : 'agenda:site.title'),
    days,
    zone: t('agenda:site.times', { zone: zoneName(t, event.zone) }),
    draft: version ? '' : t('prints:draft'),
  }
}

function footOf({ event, version, address, now }: AgendaPaper, language: Language): string {
  const t = translator(language)
  const moment = (at: Date) => isolate(formatInstant(at, 'dayAndTime', language, event.zone))
  const state = version
    ? t('programme:site.version', {
        version: formatNumber(version.number, language),
        at: moment(version.releasedAt),
      })
    : t('prints:draftOf', { at: moment(now) })
  return `${state} · ${isolate(address)}`
}

function daysOf(items: readonly AgendaItem[], { event, choice }: AgendaPaper) {
  const languages = languagesOf(choice)
  const isWhole = choice.layout === 'full'
  const isTooMuch = items.length > mostByName
  return [...Map.groupBy(items, ({ startsAt }) => isoDay(startsAt, event.zone)).values()].map((ofDay) => ({
    names: dayNames(ofDay, languages, event.zone),
    ...(isTooMuch && !isWhole
      ? {}
      : { items: ofDay.map((item) => printedItem(item, { languages, zone: event.zone, isWhole })) }),
    ...(choice.layout === 'overview' && { short: shortDay(ofDay, languages, event.zone) }),
  }))
}

/** What is more than this is not even tried by name on one page. */
const mostByName = 150
/** So many at once are no longer named where everything has to stand on one page. */
const crowd = 3

function shortDay(items: readonly AgendaItem[], languages: readonly Language[], zone: string) {
  return atOnce(items).flatMap((together) => {
    const [first] = together
    if (!first || together.length <= crowd)
      return together.map((item) => printedItem(item, { languages, zone, isWhole: false, isShort: true }))
    const endsAt = new Date(Math.max(...together.map((item) => item.endsAt.getTime())))
    const parallel = (language: Language) =>
      translator(language)('prints:parallel', {
        count: together.length,
        number: formatNumber(together.length, language),
      })
    return {
      isQuiet: false,
      isLong: false,
      times: timesOf({ startsAt: first.startsAt, endsAt }, languages, zone),
      each: languages.map((language) => ({
        language,
        title: { text: parallel(language), language },
        places: [],
      })),
    }
  })
}

/** A sheet for each room and day, by room, so that they come out of the printer door by door. */
function doorsOf({ event, items, choice }: AgendaPaper) {
  const languages = languagesOf(choice)
  const byRoom = [...Map.groupBy(items, ({ room }) => room?.id).values()].toSorted(
    ([a], [b]) => (a?.room?.position ?? 0) - (b?.room?.position ?? 0),
  )
  return byRoom.flatMap((ofRoom) =>
    [...Map.groupBy(ofRoom, ({ startsAt }) => isoDay(startsAt, event.zone)).values()].map((ofDay) => ({
      rooms: languages.map((language) => said(ofDay[0]?.room?.name, language)),
      names: dayNames(ofDay, languages, event.zone),
      items: ofDay.map((item) =>
        printedItem(item, { languages, zone: event.zone, isWhole: false, isShort: true }),
      ),
    })),
  )
}

function dayNames(items: readonly AgendaItem[], languages: readonly Language[], zone: string) {
  const at = items[0]?.startsAt ?? new Date(0)
  return languages.map((language) => ({
    text: breakable(formatInstant(at, 'day', language, zone)),
    language,
  }))
}
