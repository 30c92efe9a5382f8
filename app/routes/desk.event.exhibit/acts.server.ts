import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import {
  publishExhibit,
  scheduleExhibit,
  submitExhibit,
  unpublishExhibit,
  unscheduleExhibit,
} from '#app/exhibition/content/publish.server.ts'
import { discardExhibit } from '#app/exhibition/content/upload.server.ts'
import { createExhibit, placeExhibit } from '#app/exhibition/exhibits.server.ts'
import { newExhibitForm, placeForm, scheduleForm } from '#app/exhibition/forms.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { type Answer, actOnDraft, backTo, type Writer } from '../exhibit-editor/acts.server.ts'
import { actOnComments } from '../exhibit-editor/comment-acts.server.ts'
import { saveBlock } from '../exhibit-editor/save-block.server.ts'
import { dropMedia, savePicture } from '../exhibit-editor/save-picture.server.ts'
import { giveBack, lock } from './review-acts.server.ts'
import { actOnTeam } from './team-acts.server.ts'

/** At the desk, one writes in the event's languages and its time. */
export type Desk = Writer & { zone: string }

/** Carries out a button of the exhibit's page. */
export async function act(desk: Desk, form: FormData) {
  const intent = String(form.get('intent'))
  switch (intent) {
    case 'create':
      return create(desk, form)
    case 'place':
      return place(desk, form)
    case 'schedule':
      return schedule(desk, form)
    case 'publish':
    case 'unpublish':
    case 'submit':
    case 'unschedule':
      return turn(desk, intent)
    case 'return':
      return giveBack(desk, form)
    case 'locks':
      return lock(desk, form)
    case 'remove':
      return remove(desk)
    case 'block':
      return saveBlock(desk, form)
    case 'picture':
      return savePicture(desk, form)
    case 'removePicture':
      return dropMedia(desk, form, 'picture')
    case 'removeDocument':
      return dropMedia(desk, form, 'document')
    default: {
      const done =
        (await actOnTeam(desk, form)) ?? (await actOnComments(desk, form)) ?? (await actOnDraft(desk, form))
      if (!done) throw notFound()
      return done
    }
  }
}

async function create({ context, scope }: Desk, form: FormData) {
  const submission = readForm(form, newExhibitForm)
  if (submission.status !== 'success')
    return data({ intent: 'create', result: submission.reply() } as const, { status: 400 })
  const { database, now } = context
  const { title, summary, ...place } = submission.value
  const made = await database.write((tx) =>
    createExhibit(tx, scope, { id: newIdOf(form), content: { title, summary }, place, now: now() }),
  )
  if (!made.ok) throw notFound()
  return backTo({ home: `/desk/events/${scope.slug}/exhibition/${made.id}` }, 'created')
}

async function place(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const submission = readForm(form, placeForm)
  if (submission.status !== 'success')
    return data({ intent: 'place', result: submission.reply() } as const, { status: 400 })
  const given = { exhibitId, place: submission.value, now: context.now() }
  const placed = await context.database.write((tx) => placeExhibit(tx, scope, given))
  if (placed.ok) return backTo(desk, 'saved')
  // Booth and organisation are chosen from lists: a foreign one was made up, or is gone since.
  if (placed.reason === 'notFound') throw notFound()
  const fieldErrors = { slug: [`exhibition:refused.${placed.reason}`] }
  return data({ intent: 'place', result: submission.reply({ fieldErrors }) } as const, { status: 409 })
}

async function schedule(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const submission = readForm(form, scheduleForm(desk.zone))
  if (submission.status !== 'success')
    return data({ intent: 'schedule', result: submission.reply() } as const, { status: 400 })
  const given = { exhibitId, publishAt: submission.value.publishAt, now: context.now() }
  const scheduled = await context.database.write((tx) => scheduleExhibit(tx, scope, given))
  if (scheduled.ok) return backTo(desk, 'scheduled')
  if (scheduled.reason === 'notFound') throw notFound()
  const fieldErrors = { publishAt: [`exhibit:refused.${scheduled.reason}`] }
  return data({ intent: 'schedule', result: submission.reply({ fieldErrors }) } as const, { status: 409 })
}

const turns = {
  publish: { verb: publishExhibit, done: 'published' },
  unpublish: { verb: unpublishExhibit, done: 'unpublished' },
  submit: { verb: submitExhibit, done: 'submitted' },
  unschedule: { verb: unscheduleExhibit, done: 'unscheduled' },
} as const

async function turn(desk: Desk, intent: keyof typeof turns) {
  const { context, scope, exhibitId } = desk
  const { verb, done } = turns[intent]
  const turned = await context.database.write(async (tx) =>
    verb(tx, scope, { exhibitId, now: context.now() }),
  )
  if (turned.ok) return backTo(desk, done)
  if (turned.reason === 'notFound') throw notFound()
  return data({ intent: 'turn', refused: turned.reason } as Answer, { status: 409 })
}

async function remove({ context, scope, exhibitId }: Desk) {
  const removed = await discardExhibit(context, scope, { exhibitId, now: context.now() })
  if (!removed.ok) throw notFound()
  return redirect(`/desk/events/${scope.slug}/exhibition?done=removed`, { status: 303 })
}
