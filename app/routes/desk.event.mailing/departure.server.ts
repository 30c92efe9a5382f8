import { type EventScope, findOfficeScope } from '#app/accounts/scope.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { sendingLimits } from '#app/mail/limits.ts'
import { readMailingEnd, readStop } from '#app/mail/sending.server.ts'

/** When the last of a mailing's waiting messages leaves, and whether anything leaves at all. */
export async function readDeparture(
  { database: { read }, env, now }: MajlisContext,
  scope: EventScope,
  mailingId: string,
) {
  const [endsAt, stop, manager] = await Promise.all([
    readMailingEnd(read, scope, mailingId, { limits: sendingLimits(env), now: now() }),
    readStop(read),
    findOfficeScope(read, String(scope.actor.id), 'office.manage'),
  ])
  return { endsAt: env.MAIL_URL ? endsAt : null, stop, canResume: manager !== null }
}
