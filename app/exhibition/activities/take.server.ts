import { eq } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { activities, activityLists } from '#db/schema/activities.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import { fold } from '../../directory/fold.ts'
import { raiseRevisions } from '../programmes/lock.server.ts'
import type { ActivityChoices } from './choices.ts'
import type { ActivityPlan } from './plan.ts'
import type { Activity } from './rows.ts'

type List = typeof activityLists.$inferSelect
type Taking = {
  plan: ActivityPlan
  /** The list of that name that the office has; null: a new one. */
  list: List | null
  choices: ActivityChoices
  fileName: string
  now: Date
}

/**
 * Puts a list in the place of what it said before, the office being held. A sheet that says the same, of the same date
 * and source, changes nothing; one that can say nothing takes nothing away.
 */
export async function takeActivities(
  tx: Tx,
  scope: OfficeScope,
  { plan, list, choices, fileName, now }: Taking,
): Promise<void> {
  if (!plan.activities.length) return
  const { officeId, actor } = scope
  const { name, asOf, source, sourceUrl } = choices
  const said = { name: name.trim(), asOf, source, sourceUrl }
  if (list && !plan.isChanged && isSame(list, said)) return
  const id = list?.id ?? newId()
  const row = { ...said, nameKey: fold(name), updatedAt: now }
  if (list) await tx.update(activityLists).set(row).where(eq(activityLists.id, id))
  else await tx.insert(activityLists).values({ ...row, id, officeId, createdAt: now })
  if (plan.isChanged) await replaceActivities(tx, id, plan.activities)
  await raiseRevisions(tx, scope)
  await audit(tx, actor, {
    ...{ officeId, action: 'activities.import', subjectId: id, now },
    before: list && { name: list.name, asOf: list.asOf, source: list.source, sourceUrl: list.sourceUrl },
    after: { ...said, fileName, activities: plan.activities.length },
  })
}

function isSame(
  list: List,
  { name, asOf, source, sourceUrl }: Pick<List, 'name' | 'asOf' | 'source' | 'sourceUrl'>,
) {
  const texts = (of: object) => JSON.stringify(Object.entries(of).toSorted())
  return (
    list.name === name &&
    list.asOf === asOf &&
    list.sourceUrl === sourceUrl &&
    texts(list.source) === texts(source)
  )
}

const rowsAtOnce = 300

async function replaceActivities(tx: Tx, listId: string, all: readonly Activity[]): Promise<void> {
  await tx.delete(activities).where(eq(activities.listId, listId))
  for (let at = 0; at < all.length; at += rowsAtOnce) {
    const some = all.slice(at, at + rowsAtOnce)
    await tx.insert(activities).values(some.map((row, index) => ({ ...row, listId, position: at + index })))
  }
}
