import { and, eq, inArray } from 'drizzle-orm'
import { hiddenAddress } from '#app/mail/suppression.server.ts'
import { suppressions } from '#db/schema/suppression.server.ts'
import { type Chapter, type Fact, none } from '../chapter.ts'
import type { Subject } from '../subject.server.ts'

/**
 * The list of addresses not written to. Who asked not to be written to stays on it as a hash, so that the next guest
 * list does not begin it anew; that mail came back, or somebody here said so, goes.
 */
export const suppressionChapter: Chapter = {
  name: 'suppression',
  async held(read, subject) {
    const rows = await read
      .select({ address: suppressions.address, at: suppressions.createdAt })
      .from(suppressions)
      .where(theirEntries(subject))
    return rows.map(({ address, at }): Fact => ({ label: 'email', value: address, at }))
  },
  async erase(tx, subject) {
    if (subject.reach === 'event') return none
    const found = await tx.select().from(suppressions).where(theirEntries(subject))
    for (const { id, address, reason } of found) {
      const isIt = eq(suppressions.id, id)
      const asked = reason === 'unsubscribed' || reason === 'complaint'
      if (asked)
        await tx
          .update(suppressions)
          .set({ address: hiddenAddress(subject.officeId, address), note: '' })
          .where(isIt)
      else await tx.delete(suppressions).where(isIt)
    }
    return { suppression: found.length }
  },
}

export function theirEntries({ officeId, words }: Subject) {
  const addresses = words.filter((word) => word.includes('@')).map((word) => word.toLowerCase())
  return and(eq(suppressions.officeId, officeId), inArray(suppressions.address, addresses))
}
