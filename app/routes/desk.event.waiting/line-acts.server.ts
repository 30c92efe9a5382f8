import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import {
  submitFreeSeats,
  submitOfferWithdrawal,
  submitSeat,
  submitServing,
} from '#app/answers/submit-waiting.server.ts'
import { lineForm, organisationQuotaForm, serveForm } from '#app/answers/waiting-forms.ts'
import { moveInLine, putBackInLine, setOrganisationQuota } from '#app/answers/waiting-order.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

type Line = z.output<typeof lineForm>

const doneBy = {
  ...{ give: 'given', offer: 'offered', takeBack: 'takenBack' },
  ...{ first: 'moved', up: 'moved', down: 'moved', back: 'back' },
} as const satisfies Record<Line['act'], string>

/** What the organiser decides about one who waits. */
export async function decideInLine(context: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, lineForm)
  const about = String(form.get('attendee') ?? '')
  if (submission.status !== 'success') return data({ about, result: submission.reply() }, { status: 400 })
  const decided = await actOn(context, scope, submission.value)
  if (!decided.ok && decided.reason === 'notFound') throw notFound()
  if (!decided.ok) {
    const formErrors = [`waiting:desk.refused.${decided.reason}`]
    return data({ about, result: submission.reply({ formErrors }) }, { status: 409 })
  }
  const { part, act } = submission.value
  return back(context, scope, { part, done: doneBy[act] })
}

function actOn({ database, env, now }: MajlisContext, scope: EventScope, line: Line) {
  const { part: partId, attendee: attendeeId, act, anyway, note } = line
  const shared = { partId, attendeeId, note, now: now() }
  switch (act) {
    case 'give':
    case 'offer':
      return submitSeat(database, scope, { ...shared, how: act, anyway, site: siteOf(env) })
    case 'takeBack':
      return submitOfferWithdrawal(database, scope, { ...shared, site: siteOf(env) })
    case 'back':
      return database.write((tx) => putBackInLine(tx, scope, shared))
    default:
      return database.write((tx) => moveInLine(tx, scope, { ...shared, direction: act }))
  }
}

/** Free seats in the order of the list. */
export async function serve(context: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, serveForm)
  if (submission.status !== 'success') throw notFound()
  const { part, how } = submission.value
  const given = { partId: part, how, now: context.now(), site: siteOf(context.env) }
  const served = await submitServing(context.database, scope, given)
  if (!served.ok && served.reason === 'notFound') throw notFound()
  if (!served.ok) return data({ about: '', refused: served.reason }, { status: 409 })
  return back(context, scope, { part, done: 'served', seated: served.seated })
}

/** How many seats one organisation may hold. */
export async function saveQuota(context: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, organisationQuotaForm)
  const about = String(form.get('organisation') ?? '')
  if (submission.status !== 'success') return data({ about, result: submission.reply() }, { status: 400 })
  const { part, organisation, seats = null } = submission.value
  const saved = await context.database.write((tx) =>
    setOrganisationQuota(tx, scope, {
      ...{ partId: part, organisationId: organisation, seats, now: context.now() },
    }),
  )
  if (!saved.ok) throw notFound()
  return back(context, scope, { part, done: 'quota' })
}

/** Whatever was changed may make somebody's turn come: the list is served by its rule. */
async function back(
  context: MajlisContext,
  scope: EventScope,
  { part, done, seated }: { part: string; done: string; seated?: number },
) {
  await submitFreeSeats(context.database, scope, { site: siteOf(context.env), now: context.now() })
  context.wakeWorker()
  const query = new URLSearchParams({ part, done, ...(seated !== undefined && { seated: String(seated) }) })
  return redirect(`/desk/events/${scope.slug}/waiting?${query}`, { status: 303 })
}
