import type { SubmissionResult } from '@conform-to/react'
import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { tellMovedUp } from '#app/answers/moved-up.server.ts'
import { giveUp, signUp } from '#app/answers/sign-ups.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import type { Opened } from './open.server.ts'

/** Signs a guest up for an item, or gives their place in it back. */
export async function takeSignUp(
  context: MajlisContext,
  { scope, path, language }: Opened,
  form: FormData,
  intent: 'signUp' | 'giveUp',
) {
  const { database, limits, now, env } = context
  const refuse = (status: number, reason: string) => {
    const result: SubmissionResult<string[]> = { status: 'error', error: { '': [reason] } }
    return data({ intent: 'signUp', result, clashes: [], asked: undefined }, { status })
  }
  if (!(await limits.answer(scope.attendeeId ?? scope.invitationId))) return refuse(429, 'errors:tooMany')
  const which = { itemId: String(form.get('item') ?? ''), now: now() }
  const done = await database.write(async (tx) =>
    intent === 'signUp' ? signUp(tx, scope, which) : giveUp(tx, scope, which),
  )
  if (!done.ok && done.reason === 'notFound') throw notFound()
  if (!done.ok) return refuse(409, `speakers:refused.${done.reason}`)
  if (await tellMovedUp(database, { site: siteOf(env), now: now() })) context.wakeWorker()
  return redirect(`${path}?lang=${language}#sign-ups`, { status: 303 })
}
