import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { offices } from '#db/schema/accounts.server.ts'

/** Whether this office wants a second person to approve what goes to many. */
export async function needsSecondPerson(read: Reader, { officeId }: { officeId: string }): Promise<boolean> {
  const [office] = await read
    .select({ needsSecondPerson: offices.needsSecondPerson })
    .from(offices)
    .where(eq(offices.id, officeId))
  return office?.needsSecondPerson ?? false
}
