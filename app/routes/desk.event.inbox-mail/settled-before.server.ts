import { redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readInboxMail } from '#app/inbox/read.server.ts'
import type { MajlisContext } from '#app/load-context.ts'

/** A form that came once more says again what became of its mail; where nothing did, there is no such mail. */
export async function settledBefore(
  { database }: Pick<MajlisContext, 'database'>,
  scope: EventScope,
  { mailId, done }: { mailId: string; done: 'accepted' | 'substitute' },
) {
  const found = await readInboxMail(database.read, scope, mailId)
  if (found?.mail.state !== 'recorded') throw notFound()
  return redirect(`/desk/events/${scope.slug}/inbox/${mailId}?done=${done}`, { status: 303 })
}
