import type { Language } from '../i18n/languages.ts'
import { instantFromLocal, localFromInstant } from '../i18n/zoned.ts'
import { type ItemKind, isPause } from './rules.ts'

type Known = {
  partId: string
  room: { id: string } | null
  kind: ItemKind
  startsAt: Date
  endsAt: Date
  spokenLanguages: Language[]
  interpretedLanguages: Language[]
}
type Part = { id: string; startsAt: Date; endsAt: Date }

const hour = 3_600_000

/**
 * What a new item of `day` most likely is: an hour after the last one, in its part, and in the room and languages of
 * the last that was no pause. On an empty day it begins when the day's part does. Null while the event has no part.
 */
export function nextItem({
  items,
  parts,
  day,
  zone,
}: {
  items: readonly Known[]
  parts: readonly Part[]
  day: string | null
  zone: string
}) {
  const last = items.toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime()).at(-1)
  const model = items.toReversed().find(({ kind }) => !isPause(kind))
  const part = parts.find(({ id }) => id === last?.partId) ?? partOn(parts, day, zone)
  if (!part) return null
  const startsAt = last?.endsAt ?? openingOn(part, day, zone)
  return {
    partId: part.id,
    roomId: model?.room?.id ?? null,
    startsAt,
    endsAt: new Date(startsAt.getTime() + hour),
    spokenLanguages: model?.spokenLanguages ?? [],
    interpretedLanguages: model?.interpretedLanguages ?? [],
  }
}

function partOn(parts: readonly Part[], day: string | null, zone: string): Part | undefined {
  const dayOf = (at: Date) => localFromInstant(at, zone).slice(0, 10)
  const isOn = ({ startsAt, endsAt }: Part) => day && dayOf(startsAt) <= day && day <= dayOf(endsAt)
  return parts.find(isOn) ?? parts[0]
}

/** When the part opens on that day; it opens at the same hour on each of its days. */
function openingOn(part: Part, day: string | null, zone: string): Date {
  const time = localFromInstant(part.startsAt, zone).slice(11)
  return (day && instantFromLocal(`${day}T${time}`, zone)) || part.startsAt
}
