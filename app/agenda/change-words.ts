import { displayName } from '../directory/names.ts'
import { formatInstant, formatList, formatNumber, formatTimeRange, isoDay, isolate } from '../i18n/format.ts'
import { type Language, type Localized, localize } from '../i18n/languages.ts'
import type { Translator } from '../i18n/options.ts'
import type { AgendaChange, ChangeKind, ItemFact } from './changes.ts'
import type { AgendaRole } from './read.server.ts'

/** For whom: in which language, and in which zone times are told. */
type Reader = { t: Translator; language: Language; zone: string }
type Span = { startsAt: Date; endsAt: Date }

/** What became of an item, a sentence each, as its readers would say it. Names in them keep their own direction. */
export function changeWords({ kind, item, facts }: AgendaChange, reader: Reader): string[] {
  const { t, language } = reader
  if (kind === 'changed') return facts.map((fact) => factWords(fact, reader))
  const when = timeOf(item, reader)
  const place = localize(item.room?.name, language)
  return [t(`programme:change.${kind}`, { when: place ? `${when}, ${isolate(place)}` : when })]
}

/** “2 cancelled, 1 moved and 3 new”. */
export function countWords(counts: readonly { kind: ChangeKind; count: number }[], reader: Reader): string {
  const { t, language } = reader
  return formatList(
    counts.map(({ kind, count }) =>
      t(`programme:count.${kind}`, { count, number: formatNumber(count, language) }),
    ),
    language,
  )
}

function factWords(fact: ItemFact, reader: Reader): string {
  const { t, language } = reader
  switch (fact.kind) {
    case 'time':
      return timeWords(fact, reader)
    case 'room':
    case 'track':
      return placeWords(fact, reader)
    case 'part':
      return t('programme:change.part', {
        before: text(fact.before, language),
        after: text(fact.after, language),
      })
    case 'title':
      return localize(fact.before, language) === localize(fact.after, language)
        ? t('programme:change.titleElsewhere')
        : t('programme:change.title', { before: text(fact.before, language) })
    case 'kind':
      return t('programme:change.kind', {
        before: t(`agenda:kind.${fact.before}`),
        after: t(`agenda:kind.${fact.after}`),
      })
    case 'spoken':
    case 'interpreted':
      return spokenWords(fact, reader)
    case 'roleAdded':
    case 'roleRemoved':
      return t(`programme:change.${fact.kind}`, roleFields(fact.role, reader))
    case 'roleChanged':
      return t('programme:change.roleChanged', {
        person: personOf(fact.role, reader),
        before: t(`agenda:role.${fact.before}`),
        after: t(`agenda:role.${fact.after}`),
      })
    case 'roleRenamed':
      return t('programme:change.roleRenamed', {
        role: t(`agenda:role.${fact.after.role}`),
        before: personOf(fact.before, reader),
        after: personOf(fact.after, reader),
      })
    default:
      return t(`programme:change.${fact.kind}`)
  }
}

function timeWords({ before, after }: { before: Span; after: Span }, reader: Reader): string {
  const { t, language, zone } = reader
  const isSameDay = isoDay(before.startsAt, zone) === isoDay(after.startsAt, zone)
  const hours = ({ startsAt, endsAt }: Span) => isolate(formatTimeRange(startsAt, endsAt, language, zone))
  const told = isSameDay ? hours : (span: Span) => timeOf(span, reader)
  return t('programme:change.time', { before: told(before), after: told(after) })
}

function timeOf({ startsAt, endsAt }: Span, { language, zone }: Reader): string {
  const hours = isolate(formatTimeRange(startsAt, endsAt, language, zone))
  return `${formatInstant(startsAt, 'shortDay', language, zone)} ${hours}`
}

type PlaceFact = Extract<ItemFact, { kind: 'room' | 'track' }>

function placeWords({ kind, before, after }: PlaceFact, { t, language }: Reader): string {
  const [from, to] = [text(before, language), text(after, language)]
  if (!after) return t(`programme:change.${kind}Gone`, { before: from })
  if (!before) return t(`programme:change.${kind}New`, { after: to })
  return t(`programme:change.${kind}`, { before: from, after: to })
}

type SpokenFact = Extract<ItemFact, { kind: 'spoken' | 'interpreted' }>

function spokenWords({ kind, after }: SpokenFact, { t, language }: Reader): string {
  if (after.length === 0) return t(`programme:change.${kind}Gone`)
  const names = after.map((one) => t(`agenda:language.${one}`))
  return t(`programme:change.${kind}`, { after: formatList(names, language) })
}

function roleFields(role: AgendaRole, reader: Reader) {
  return { person: personOf(role, reader), role: reader.t(`agenda:role.${role.role}`) }
}

function personOf({ honorific, names }: AgendaRole, { language }: Reader): string {
  return isolate([localize(honorific, language), displayName(names, language)].filter(Boolean).join(' '))
}

function text(localized: Localized | null, language: Language): string {
  return isolate(localize(localized, language))
}
