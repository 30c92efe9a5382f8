import type { AgendaItem } from '#app/agenda/read.server.ts'
import { type AgendaWarning, type Checked, warningsAbout } from '#app/agenda/warnings.ts'

/** An item as the desk lists it: enough to see what is where, what is missing and what clashes. */
export function listedItem<Item extends AgendaItem & Checked>(
  item: Item,
  warnings: readonly AgendaWarning<Item>[],
) {
  const kinds = warningsAbout(warnings, item.id).map(({ kind }) => kind)
  return {
    id: item.id,
    version: item.version,
    kind: item.kind,
    title: item.title,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    room: item.room?.name ?? null,
    part: item.part.name,
    people: everybodyOnce(item.roles).map(({ id, names, honorific }) => ({ id, names, honorific })),
    missing: item.missing,
    // Which languages are missing says a sign of its own.
    signs: [...new Set(kinds)].filter((kind) => kind !== 'textMissing'),
  }
}

/** Who chairs and speaks is one person all the same. */
function everybodyOnce(roles: AgendaItem['roles']): AgendaItem['roles'] {
  const who = (role: AgendaItem['roles'][number]) => role.personId ?? role.attendeeId ?? role.id
  return roles.filter((role, index) => roles.findIndex((other) => who(other) === who(role)) === index)
}

/** Where to go so as to mend it: the item, or the people in it. */
export function causeOf({ kind, item }: AgendaWarning): string {
  const isAboutPeople = kind === 'personTwice' || kind === 'personDeclined' || kind === 'chairMissing'
  return isAboutPeople ? `${item.id}#people` : item.id
}
