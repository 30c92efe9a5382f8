import { displayName } from '../directory/names.ts'
import { formatInstant, formatList, formatNumber, isolate } from '../i18n/format.ts'
import { type Language, type Localized, localize } from '../i18n/languages.ts'
import type { Translator } from '../i18n/options.ts'
import type { AgendaWarning, Checked, CheckedRole } from './warnings.ts'

type Named = Checked & { room: { name: Localized } | null; part: { name: Localized } }
type Reader = { t: Translator; language: Language; zone: string }

/** A warning in a sentence. Names of either script stand inside it; each keeps its own direction. */
export function warningWords(warning: AgendaWarning<Named>, { t, language, zone }: Reader): string {
  const { kind, item } = warning
  const text = (localized: Localized | undefined) => isolate(localize(localized, language))
  const person = (role: CheckedRole) => isolate(displayName(role.names, language))
  const named = (all: readonly Language[]) =>
    formatList(
      all.map((one) => t(`agenda:language.${one}`)),
      language,
    )
  const number = (value: number) => formatNumber(value, language)
  const title = text(item.title)
  const room = text(item.room?.name)
  switch (kind) {
    case 'roomTaken':
      return t('planner:warning.roomTaken', { title, other: text(warning.other.title), room })
    case 'personTwice':
      return t('planner:warning.personTwice', {
        title,
        other: text(warning.other.title),
        person: person(warning.person),
      })
    case 'personDeclined':
      return t('planner:warning.personDeclined', { title, person: person(warning.person) })
    case 'outsidePart':
      return t('planner:warning.outsidePart', { title, part: text(item.part.name) })
    case 'chairMissing':
      return t('planner:warning.chairMissing', { title })
    case 'roomTooSmall':
      return t('planner:warning.roomTooSmall', {
        ...{ title, room, expected: number(warning.expected), capacity: number(warning.capacity) },
      })
    case 'channelsExceeded':
      return t('planner:warning.channelsExceeded', {
        ...{ title, room, needed: number(warning.needed), has: number(warning.has) },
      })
    case 'channelMissing':
      return t('planner:warning.channelMissing', { title, room, languages: named(warning.languages) })
    case 'textMissing':
      return t('planner:warning.textMissing', { title, languages: named(warning.languages) })
    case 'noBreak':
      return t('planner:warning.noBreak', {
        title,
        from: isolate(formatInstant(warning.since.startsAt, 'time', language, zone)),
        minutes: number(warning.minutes),
      })
  }
}
