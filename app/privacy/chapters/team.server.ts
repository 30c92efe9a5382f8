import { and, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import type { Subject } from '../subject.server.ts'
import { readShared } from '../subject-speakers.server.ts'

/** Which exhibits they write for, by a link of their own. What they wrote is the organisation's, and stays. */
export const teamChapter: Chapter = {
  name: 'team',
  async held(read, subject) {
    const rows = await readTheirs(read, subject)
    return rows.map(
      ({ member: { name, email, createdAt }, title }): Fact => ({
        label: 'role',
        value: [title, name, email],
        at: createdAt,
      }),
    )
  },
  async erase(tx: Tx, subject) {
    const ids = (await readTheirs(tx, subject)).map(({ member }) => member.id)
    if (ids.length) await tx.delete(exhibitTeams).where(inArray(exhibitTeams.id, ids))
    return { teams: ids.length }
  },
}

/** By their address; where somebody else has it too, a ministry's mailbox, the name has to be theirs as well. */
async function readTheirs(read: Reader, subject: Subject) {
  const { eventIds, words } = subject
  const known = words.map((word) => word.toLowerCase())
  const addresses = known.filter((word) => word.includes('@'))
  if (!addresses.length || !eventIds.length) return []
  const rows = await read
    .select({ member: exhibitTeams, title: exhibits.title })
    .from(exhibitTeams)
    .innerJoin(exhibits, eq(exhibits.id, exhibitTeams.exhibitId))
    .where(and(inArray(exhibitTeams.eventId, eventIds), inArray(exhibitTeams.email, addresses)))
  const shared = await readShared(read, subject, addresses)
  return rows.filter(
    ({ member }) => !shared.has(member.email) || known.includes(member.name.trim().toLowerCase()),
  )
}
