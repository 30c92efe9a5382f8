import { eq } from 'drizzle-orm'
import type { Database, Reader } from '#db/client.server.ts'
import { settings } from '#db/schema/accounts.server.ts'

const key = 'calendar.host'

/** What stands after the @ in every UID: never another, or all calendars would keep two entries after a move. */
export async function readCalendarHost(read: Reader, appUrl: string): Promise<string> {
  const [kept] = await read.select({ value: settings.value }).from(settings).where(eq(settings.key, key))
  return typeof kept?.value === 'string' ? kept.value : new URL(appUrl).hostname
}

/** Makes the host of APP_URL the one of all UIDs, unless there is one already. At every start. */
export async function keepCalendarHost(database: Database, appUrl: string): Promise<void> {
  const value = new URL(appUrl).hostname
  await database.write((tx) => tx.insert(settings).values({ key, value }).onConflictDoNothing())
}
