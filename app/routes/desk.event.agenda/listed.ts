import type { AgendaItem } from '#app/agenda/read.server.ts'
import type { AgendaWarning } from '#app/agenda/rules.ts'
import { type Language, languages, missingLanguages } from '#app/i18n/languages.ts'

type Warning = AgendaWarning<AgendaItem>

/** An item as the desk lists it: enough to see what is where, what is missing and what clashes. */
export function listedItem(item: AgendaItem, among: readonly Language[], warnings: readonly Warning[]) {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    room: item.room?.name ?? null,
    part: item.part.name,
    people: everybodyOnce(item.roles).map(({ id, names, honorific }) => ({ id, names, honorific })),
    missing: missingIn(item, among),
    signs: [...new Set(warnings.filter((warning) => isAbout(warning, item)).map(({ kind }) => kind))],
  }
}

/** Who chairs and speaks is one person all the same. */
function everybodyOnce(roles: AgendaItem['roles']): AgendaItem['roles'] {
  const who = (role: AgendaItem['roles'][number]) => role.personId ?? role.attendeeId ?? role.id
  return roles.filter((role, index) => roles.findIndex((other) => who(other) === who(role)) === index)
}

/** A description may be left out altogether; begun in one language, it is missed in the others. */
function missingIn({ title, abstract }: AgendaItem, among: readonly Language[]): Language[] {
  const isDescribed = missingLanguages(abstract, languages).length < languages.length
  const missing = new Set([
    ...missingLanguages(title, among),
    ...(isDescribed ? missingLanguages(abstract, among) : []),
  ])
  return among.filter((language) => missing.has(language))
}

function isAbout(warning: Warning, item: AgendaItem): boolean {
  return warning.item.id === item.id || ('other' in warning && warning.other.id === item.id)
}

/** A warning with the names its sentence needs. */
export function listedWarning(warning: Warning) {
  const { item } = warning
  const shared = { itemId: item.id, title: item.title }
  switch (warning.kind) {
    case 'roomTaken':
      return { kind: warning.kind, ...shared, other: warning.other.title, room: item.room?.name ?? {} }
    case 'personTwice':
      return { kind: warning.kind, ...shared, other: warning.other.title, names: warning.person.names }
    case 'outsidePart':
      return { kind: warning.kind, ...shared, part: item.part.name }
  }
}

export type ListedWarning = ReturnType<typeof listedWarning>
