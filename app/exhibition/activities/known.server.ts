import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { activities, activityLists } from '#db/schema/activities.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { programmes } from '#db/schema/programmes.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import { fold } from '../../directory/fold.ts'
import { isSector } from '../sectors.ts'
import { type Activity, type Known, nameKey } from './rows.ts'

/** The office's list of this name; null when there is none. */
export async function findList(read: Reader, { officeId }: Pick<OfficeScope, 'officeId'>, name: string) {
  const [list] = await read
    .select()
    .from(activityLists)
    .where(and(eq(activityLists.officeId, officeId), eq(activityLists.nameKey, fold(name))))
  return list ?? null
}

/** What a list holds, in its order. */
export async function readActivities(read: Reader, listId: string): Promise<Activity[]> {
  const rows = await read
    .select()
    .from(activities)
    .where(eq(activities.listId, listId))
    .orderBy(asc(activities.position))
  return rows.map(({ listId: _, position: __, sector, ...row }) => ({
    ...row,
    sector: isSector(sector) ? sector : null,
  }))
}

/** By which names the office knows organisations and programmes. A name that two of them bear means neither. */
export async function readNames(read: Reader, { officeId }: Pick<OfficeScope, 'officeId'>): Promise<Known> {
  const [agencies, ours] = await Promise.all([
    read
      .select({
        id: organisations.id,
        name: organisations.name,
        acronym: organisations.acronym,
        aliases: organisations.aliases,
      })
      .from(organisations)
      .where(eq(organisations.officeId, officeId)),
    read
      .select({
        id: programmes.id,
        name: programmes.name,
        acronym: programmes.acronym,
        slug: programmes.slug,
      })
      .from(programmes)
      .where(eq(programmes.officeId, officeId)),
  ])
  return {
    organisations: byNames(
      agencies.map(({ id, name, acronym, aliases }) => ({
        ...{ id, names: [acronym ?? '', ...Object.values(name), ...aliases] },
      })),
    ),
    programmes: byNames(
      ours.map(({ id, name, acronym, slug }) => ({
        ...{ id, names: [slug, ...Object.values(acronym), ...Object.values(name)] },
      })),
    ),
  }
}

function byNames(all: readonly { id: string; names: string[] }[]): Map<string, string> {
  const known = new Map<string, string>()
  const twice = new Set<string>()
  for (const { id, names } of all)
    for (const key of new Set(names.map(nameKey))) {
      if (!key) continue
      if (known.has(key)) twice.add(key)
      known.set(key, id)
    }
  for (const key of twice) known.delete(key)
  return known
}
