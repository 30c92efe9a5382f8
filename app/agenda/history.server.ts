import type { Reader } from '#db/client.server.ts'
import { type AgendaChange, agendaChanges } from './changes.ts'
import { findRelease, lastRelease, type Release, releasedAgenda, releasesOfEvent } from './released.server.ts'

/** What a version changed in the one before it; of the first, that everything is new. */
export async function changesIn(read: Reader, release: Release): Promise<AgendaChange[]> {
  const before = await findRelease(read, release.eventId, release.number - 1)
  const [old, items] = await Promise.all([
    before ? releasedAgenda(read, before) : [],
    releasedAgenda(read, release),
  ])
  return agendaChanges(old, items)
}

/** A page of an agenda's versions, the last first, each with what it changed; the first version is told without. */
export async function readHistory(
  read: Reader,
  eventId: string,
  { page, size }: { page: number; size: number },
) {
  const last = await lastRelease(read, eventId)
  const newest = (last?.number ?? 0) - (page - 1) * size
  const releases = newest > 0 ? await releasesOfEvent(read, eventId, { before: newest + 1, size }) : []
  const versions: { release: (typeof releases)[number]; isLast: boolean; changes: AgendaChange[] }[] = []
  for (const release of releases) {
    const isLast = release.number === last?.number
    const changes = release.number === 1 ? [] : await changesIn(read, { ...release, isLast })
    versions.push({ release, isLast, changes })
  }
  return { versions, pages: Math.ceil((last?.number ?? 0) / size) }
}
