import type { Database } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'
import { settings } from '#db/schema/accounts.server.ts'

/** 200 when the database answers, 503 when it does not; for a monitor or a load balancer. */
export async function health(database: Database): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  try {
    await database.read.select({ key: settings.key }).from(settings).limit(1)
    return Response.json({ ok: true, database: onPostgres ? 'postgresql' : 'sqlite' }, { headers })
  } catch {
    return Response.json({ ok: false, database: 'unreachable' }, { status: 503, headers })
  }
}
