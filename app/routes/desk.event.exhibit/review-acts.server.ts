import { data } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { askForChanges } from '#app/answers/booth-review.server.ts'
import { wordForm } from '#app/exhibition/team/forms.ts'
import { setLocks } from '#app/exhibition/team/locks.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { type Answer, backTo } from '../exhibit-editor/acts.server.ts'
import type { Desk } from './acts.server.ts'

/** Gives what was handed in back to its team, with what is to be changed. */
export async function giveBack(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const submission = readForm(form, wordForm)
  if (submission.status !== 'success')
    return data({ intent: 'return', result: submission.reply() } as const, { status: 400 })
  const returned = await askForChanges(context.database, scope, {
    ...{ id: newIdOf(form), exhibitId, text: submission.value.word },
    ...{ site: siteOf(context.env), now: context.now() },
  })
  if (!returned.ok && returned.reason === 'notFound') throw notFound()
  if (!returned.ok) return data({ intent: 'turn', refused: returned.reason } as Answer, { status: 409 })
  if (returned.mailed) context.wakeWorker()
  return backTo(desk, 'returned')
}

/** Keeps which parts the team sees and does not change. */
export async function lock(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const given = { exhibitId, parts: form.getAll('part').map(String), now: context.now() }
  const set = await context.database.write((tx) => setLocks(tx, scope, given))
  if (!set.ok) throw notFound()
  return backTo(desk, 'teamLocked', '#team')
}
