import { notFound } from '#app/accounts/guard.server.ts'
import { findEventScope } from '#app/accounts/scope.server.ts'
import type { AgendaItem } from '#app/agenda/read.server.ts'
import { agendaToRelease } from '#app/agenda/release.server.ts'
import {
  findRelease,
  lastRelease,
  type Release,
  releasedAgenda,
  releasedDay,
  releasedDays,
} from '#app/agenda/released.server.ts'
import type { EventRow } from '#app/events/lock.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import type { MajlisContext } from '#app/load-context.ts'
import type { Reader } from '#db/client.server.ts'

type Asked = { event: EventRow; version?: string | undefined; isDraft: boolean }

/** The agenda an address means: the public one, an old version, or for those who edit it what a release would show. */
export async function shownAgenda(context: MajlisContext, { event, version, isDraft }: Asked) {
  const { read } = context.database
  if (isDraft) return (await mayEdit(context, event)) ? draftOf(read, event) : missing()
  if (version !== undefined) {
    const release = /^\d+$/.test(version) ? await findRelease(read, event.id, Number(version)) : null
    return release ? versionOf(read, release, release.isLast ? 'last' : 'old') : missing()
  }
  const release = await lastRelease(read, event.id)
  if (release) return versionOf(read, release, 'last')
  // Publishing a draft releases its agenda, so its preview shows what will be seen.
  return event.state === 'draft' ? draftOf(read, event) : nothing
}

export const allDays = 'all'

const nothing = { kind: 'none' as const, release: null, days: [], itemsOf: async () => [] as AgendaItem[] }

async function versionOf(read: Reader, release: Release, kind: 'last' | 'old') {
  const itemsOf = (day: string) =>
    day === allDays ? releasedAgenda(read, release) : releasedDay(read, release, day)
  return { kind, release, days: await releasedDays(read, release), itemsOf }
}

async function draftOf(read: Reader, event: EventRow) {
  const items = await agendaToRelease(read, event.id)
  const byDay = Map.groupBy(items, ({ startsAt }) => isoDay(startsAt, event.zone))
  return {
    kind: 'draft' as const,
    release: null,
    days: [...byDay].map(([day, its]) => ({ day, items: its.length })),
    itemsOf: async (day: string) => (day === allDays ? items : (byDay.get(day) ?? [])),
  }
}

async function mayEdit(context: MajlisContext, event: EventRow): Promise<boolean> {
  const user = await context.user()
  return Boolean(user && (await findEventScope(context.database.read, user.id, event.slug, 'agenda.edit')))
}

function missing(): never {
  throw notFound()
}
