import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { boardItems, revisionOfEvent } from '#app/agenda/board.server.ts'
import { lastEditOf } from '#app/agenda/editors.server.ts'
import { stepForm } from '#app/agenda/forms.ts'
import { placeItem, resizeItem, scheduleItem, unscheduleItem } from '#app/agenda/place.server.ts'
import { readExpected } from '#app/answers/expected.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import type { Reader, Tx } from '#db/client.server.ts'

/*
 * What the grid asks for in the background: whether others have changed something, and every move of its own. Its answers
 * are the last word: a move that is refused brings the day as it is now.
 */

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { searchParams } = new URL(request.url)
  const { read } = context.database
  const revision = await revisionOfEvent(read, scope.eventId)
  if (searchParams.get('revision') === String(revision)) return json({ revision, items: null })
  return json(await dayNow(read, scope, searchParams.get('day') ?? ''))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { database, now } = context
  const submission = readForm(await readRequestForm(request), stepForm)
  if (submission.status !== 'success') throw new Response(null, { status: 400 })
  const step = submission.value
  const taken = await database.write(async (tx) => takeStep(tx, scope, step, now()))
  if (taken.ok)
    return json({
      ok: true as const,
      version: taken.version,
      ...(await dayNow(database.read, scope, step.day)),
    })
  if (taken.reason === 'notFound') throw notFound()
  const edit = await lastEditOf(database.read, scope, step.itemId)
  return json(
    {
      ...{ ok: false as const, reason: taken.reason, by: edit?.by ?? null },
      ...(await dayNow(database.read, scope, step.day)),
    },
    { status: 409 },
  )
}

function takeStep(
  tx: Tx,
  scope: EventScope,
  { intent, startsAt, endsAt, roomId, itemId, seen }: z.output<typeof stepForm>,
  now: Date,
) {
  const given = { itemId, seen, now }
  switch (intent) {
    case 'place':
      return placeItem(tx, scope, { ...given, startsAt, roomId })
    case 'resize':
      return resizeItem(tx, scope, { ...given, startsAt, endsAt })
    case 'schedule':
      return scheduleItem(tx, scope, { ...given, startsAt, roomId })
    case 'unschedule':
      return unscheduleItem(tx, scope, given)
  }
}

async function dayNow(read: Reader, scope: EventScope, day: string) {
  // Before the items: what is written in between is then fetched once more, never missed.
  const revision = await revisionOfEvent(read, scope.eventId)
  const [event, { absent }] = await Promise.all([
    readEventFrame(read, scope),
    readExpected(read, scope.eventId),
  ])
  const { zone, languages } = event
  const items = await boardItems(read, { id: scope.eventId, zone, languages }, { day, absent })
  return { revision, items }
}
