import { data } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { drawOnPlan } from '#app/exhibition/plan/draw.server.ts'
import { hallForm, rowForm, tableForm, thingForm } from '#app/exhibition/plan/forms.ts'
import { freePlaces } from '#app/exhibition/plan/geometry.ts'
import { addHall, editHall, moveHall, removeHall } from '#app/exhibition/plan/halls.server.ts'
import { usualSize } from '#app/exhibition/plan/kinds.ts'
import { discardHallPicture } from '#app/exhibition/plan/picture.server.ts'
import { readCodes, readHall, readThings } from '#app/exhibition/plan/read.server.ts'
import { rowAdded, tableChanges, thingAdded } from '#app/exhibition/plan/rows.ts'
import type { Sent } from '#app/exhibition/plan/step.ts'
import { clearUnused } from '#app/files/unused.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { derivedId } from '#db/id.server.ts'
import { backTo, type Desk } from './back-to.server.ts'
import { savePicture } from './save-picture.server.ts'

/** What the page's forms do; the drawing board speaks to `desk.event.plan-steps`. */
export async function actOn(desk: Desk, form: FormData) {
  const intent = String(form.get('intent'))
  switch (intent) {
    case 'hall':
      return saveHall(desk, form)
    case 'up':
    case 'down':
      return reorder(desk, String(form.get('hall')), intent)
    case 'removeHall':
      return dropHall(desk)
    case 'picture':
      return savePicture(desk, form)
    case 'removePicture': {
      const { context, scope, hallId } = desk
      const removed = await discardHallPicture(context, scope, { hallId, now: context.now() })
      if (!removed.ok) throw notFound()
      return backTo(desk, 'pictureRemoved', { open: 'hall' })
    }
    case 'row':
      return addRow(desk, form)
    case 'thing':
      return addThing(desk, form)
    case 'table':
      return saveTable(desk, form)
    case 'arrange':
      return arrange(desk)
    default:
      throw notFound()
  }
}

async function saveHall({ context, scope, hallId }: Desk, form: FormData) {
  const submission = readForm(form, hallForm)
  if (submission.status !== 'success')
    return data({ intent: 'hall', result: submission.reply() } as const, { status: 400 })
  const { seen, ...content } = submission.value
  const now = context.now()
  const saved = await context.database.write((tx) =>
    hallId
      ? editHall(tx, scope, { hallId, content, seen, now })
      : addHall(tx, scope, { id: newIdOf(form), content, now }),
  )
  if (saved.ok) return backTo({ scope, hallId: saved.id }, hallId ? 'hallSaved' : 'hallAdded')
  if (saved.reason === 'notFound') throw notFound()
  const formErrors = [`drawing:refused.${saved.reason}`]
  return data({ intent: 'hall', result: submission.reply({ formErrors }) } as const, { status: 409 })
}

async function reorder({ context, scope, hallId }: Desk, moving: string, direction: 'up' | 'down') {
  const moved = await context.database.write((tx) =>
    moveHall(tx, scope, { hallId: moving, direction, now: context.now() }),
  )
  if (!moved.ok) throw notFound()
  return backTo({ scope, hallId }, '')
}

async function dropHall({ context, scope, hallId }: Desk) {
  const now = context.now()
  const removed = await context.database.write((tx) => removeHall(tx, scope, { hallId, now }))
  if (!removed.ok) throw notFound()
  await clearUnused(context, scope, { fileIds: removed.unused, now })
  return backTo({ scope, hallId: '' }, 'hallRemoved')
}

async function addRow(desk: Desk, form: FormData) {
  const submission = readForm(form, rowForm)
  if (submission.status !== 'success')
    return data({ intent: 'row', result: submission.reply() } as const, { status: 400 })
  const first = newIdOf(form)
  let made = 0
  const ids = () => (made++ ? derivedId(first, made) : first)
  const taken = await readCodes(desk.context.database.read, desk.scope.eventId)
  // The same form sent again: its first booth stands there with the code it asks for.
  const changes = rowAdded(submission.value, { taken, newId: ids })
  const drawn = changes && (await draw(desk, changes))
  if (drawn?.ok) return backTo(desk, 'drawn')
  const reason = drawn?.reason === 'codeTaken' ? 'codeTaken' : 'codes'
  const fieldErrors = { code: [`drawing:refused.${reason}`] }
  return data({ intent: 'row', result: submission.reply({ fieldErrors }) } as const, { status: 409 })
}

async function addThing(desk: Desk, form: FormData) {
  const submission = readForm(form, thingForm)
  if (submission.status !== 'success')
    return data({ intent: 'thing', result: submission.reply() } as const, { status: 400 })
  await draw(desk, [thingAdded(submission.value, newIdOf(form))])
  return backTo(desk, 'drawn')
}

async function saveTable(desk: Desk, form: FormData) {
  const submission = readForm(form, tableForm)
  if (submission.status !== 'success')
    return data({ intent: 'table', result: submission.reply() } as const, { status: 400 })
  const changes = tableChanges(submission.value, await readThings(desk.context.database.read, desk.hallId))
  const page = String(form.get('page') ?? '1')
  if (changes.length === 0) return backTo(desk, 'drawn', { page })
  const drawn = await draw(desk, changes)
  if (drawn.ok) return backTo(desk, 'drawn', { page })
  const formErrors = [`drawing:refused.${drawn.reason}`]
  return data({ intent: 'table', result: submission.reply({ formErrors }) } as const, { status: 409 })
}

/** Gives every booth of the hall that is not drawn a free place. */
async function arrange(desk: Desk) {
  const { context, scope, hallId } = desk
  const [hall, things] = await Promise.all([
    readHall(context.database.read, scope.eventId, hallId),
    readThings(context.database.read, hallId),
  ])
  if (!hall) throw notFound()
  const taken = things.flatMap(({ box, kind }) => (box && kind !== 'label' ? [box] : []))
  const waiting = things.filter(({ box }) => !box)
  const places = freePlaces(waiting.length, usualSize('booth'), { hall, taken })
  const changes = waiting.flatMap(({ id, version }, at): Sent[] => {
    const box = places[at]
    return box ? [{ act: 'put', id, seen: version, box }] : []
  })
  if (changes.length) await draw(desk, changes)
  return backTo(desk, places.length < waiting.length ? 'full' : 'drawn')
}

/** One step; throws 404 for what is not in this hall. */
async function draw({ context, scope, hallId }: Desk, changes: readonly Sent[]) {
  const drawn = await context.database.write((tx) =>
    drawOnPlan(tx, scope, { hallId, changes, now: context.now() }),
  )
  if (!drawn.ok && drawn.reason === 'notFound') throw notFound()
  return drawn
}
