import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { revisionOfEvent } from '#app/agenda/board.server.ts'
import { drawOnPlan } from '#app/exhibition/plan/draw.server.ts'
import { stepForm } from '#app/exhibition/plan/forms.ts'
import { lastDrawn, readHall, readThings } from '#app/exhibition/plan/read.server.ts'
import type { Sent } from '#app/exhibition/plan/step.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import type { Reader } from '#db/client.server.ts'

/*
 * What the drawing board asks for in the background: whether others have changed something, and every step of its own.
 * Its answers are the last word: a step that is refused brings the hall as it is now.
 */

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { searchParams } = new URL(request.url)
  const { read } = context.database
  const revision = await revisionOfEvent(read, scope.eventId)
  const hallId = searchParams.get('hall')
  if (!hallId || searchParams.get('revision') === String(revision)) return json({ revision, things: null })
  return json(await hallNow(read, scope, hallId))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { database, now } = context
  const form = await readRequestForm(request)
  const hallId = String(form.get('hall'))
  const changes = changesIn(String(form.get('changes')))
  const drawn = await database.write((tx) => drawOnPlan(tx, scope, { hallId, changes, now: now() }))
  const { read } = database
  if (drawn.ok) return json({ ok: true as const, ...(await hallNow(read, scope, hallId)) })
  const edit = await lastDrawn(read, scope, hallId)
  const refused = { ok: false as const, reason: drawn.reason, by: edit?.by ?? null }
  return json({ ...refused, ...(await hallNow(read, scope, hallId)) }, { status: 409 })
}

function changesIn(text: string): Sent[] {
  const read = stepForm.safeParse(parsed(text))
  if (!read.success) throw new Response(null, { status: 400 })
  return read.data.map(
    (change): Sent =>
      change.act === 'add' ? { act: 'add', thing: { ...change.thing, version: 0, exhibits: [] } } : change,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Throws 404 for a hall that is not the event's. */
async function hallNow(read: Reader, scope: EventScope, hallId: string) {
  // Before what stands there: what is written in between is then fetched once more, never missed.
  const revision = await revisionOfEvent(read, scope.eventId)
  if (!(await readHall(read, scope.eventId, hallId))) throw notFound()
  return { revision, things: await readThings(read, hallId) }
}
