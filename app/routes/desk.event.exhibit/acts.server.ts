import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { createExhibit, editExhibit } from '#app/exhibition/exhibits.server.ts'
import { addFigure, editFigure, moveFigure, removeFigure } from '#app/exhibition/figures.server.ts'
import { factsForm, figureForm, newExhibitForm, textsForm } from '#app/exhibition/forms.ts'
import { movePicture } from '#app/exhibition/pictures.server.ts'
import {
  publishExhibit,
  returnExhibit,
  submitExhibit,
  unpublishExhibit,
} from '#app/exhibition/publish.server.ts'
import { discardExhibit, discardPicture } from '#app/exhibition/upload.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { backTo, type Desk } from './back-to.server.ts'
import { savePicture } from './save-picture.server.ts'

/** Carries out a button of the exhibit's page. */
export async function act(desk: Desk, form: FormData) {
  const intent = String(form.get('intent'))
  switch (intent) {
    case 'create':
      return create(desk, form)
    case 'texts':
      return saveTexts(desk, form)
    case 'facts':
      return saveFacts(desk, form)
    case 'publish':
    case 'unpublish':
    case 'submit':
    case 'return':
      return turn(desk, intent)
    case 'remove':
      return remove(desk)
    case 'figure':
      return saveFigure(desk, form)
    case 'removeFigure':
      return dropFigure(desk, form)
    case 'picture':
      return savePicture(desk, form)
    case 'removePicture':
      return dropPicture(desk, form)
    case 'up':
    case 'down':
      return form.has('figure') ? shiftFigure(desk, form, intent) : shiftPicture(desk, form, intent)
    default:
      throw notFound()
  }
}

async function create({ context, scope }: Desk, form: FormData) {
  const submission = readForm(form, newExhibitForm)
  if (submission.status !== 'success')
    return data({ intent: 'create', result: submission.reply() } as const, { status: 400 })
  const { database, now } = context
  const made = await database.write((tx) =>
    createExhibit(tx, scope, { id: newIdOf(form), content: submission.value, now: now() }),
  )
  if (!made.ok) throw notFound()
  return backTo({ scope, exhibitId: made.id }, 'created')
}

async function saveTexts(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const submission = readForm(form, textsForm)
  if (submission.status !== 'success')
    return data({ intent: 'texts', result: submission.reply() } as const, { status: 400 })
  const given = { exhibitId, content: submission.value, now: context.now() }
  const saved = await context.database.write((tx) => editExhibit(tx, scope, given))
  if (saved.ok) return backTo(desk, 'saved')
  if (saved.reason === 'notFound') throw notFound()
  const field = { summaryNeeded: 'summary', titleNeeded: 'title' }[String(saved.reason)] ?? 'slug'
  const fieldErrors = { [field]: [`exhibition:refused.${saved.reason}`] }
  return data({ intent: 'texts', result: submission.reply({ fieldErrors }) } as const, { status: 409 })
}

async function saveFacts(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const submission = readForm(form, factsForm)
  if (submission.status !== 'success')
    return data({ intent: 'facts', result: submission.reply() } as const, { status: 400 })
  const given = { exhibitId, content: submission.value, now: context.now() }
  const saved = await context.database.write((tx) => editExhibit(tx, scope, given))
  // Booth and organisation are chosen from lists: a foreign one was made up, or is gone since.
  if (!saved.ok) throw notFound()
  return backTo(desk, 'saved')
}

const turns = {
  publish: { verb: publishExhibit, done: 'published' },
  unpublish: { verb: unpublishExhibit, done: 'unpublished' },
  submit: { verb: submitExhibit, done: 'submitted' },
  return: { verb: returnExhibit, done: 'returned' },
} as const

async function turn(desk: Desk, intent: keyof typeof turns) {
  const { context, scope, exhibitId } = desk
  const { verb, done } = turns[intent]
  const turned = await context.database.write(async (tx) =>
    verb(tx, scope, { exhibitId, now: context.now() }),
  )
  if (turned.ok) return backTo(desk, done)
  if (turned.reason === 'notFound') throw notFound()
  return data({ intent: 'turn', refused: turned.reason } as const, { status: 409 })
}

async function remove({ context, scope, exhibitId }: Desk) {
  const removed = await discardExhibit(context, scope, { exhibitId, now: context.now() })
  if (!removed.ok) throw notFound()
  return redirect(`/desk/events/${scope.slug}/exhibition?done=removed`, { status: 303 })
}

async function saveFigure(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const submission = readForm(form, figureForm)
  if (submission.status !== 'success')
    return data({ intent: 'figure', result: submission.reply() } as const, { status: 400 })
  const figureId = String(form.get('figure') ?? '')
  const given = { exhibitId, content: submission.value, now: context.now() }
  const saved = await context.database.write(async (tx) =>
    figureId
      ? editFigure(tx, scope, { ...given, figureId })
      : addFigure(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (saved.ok) return backTo(desk, 'figureSaved', '#figures')
  if (saved.reason === 'notFound') throw notFound()
  const formErrors = [`exhibition:refused.${saved.reason}`]
  return data({ intent: 'figure', result: submission.reply({ formErrors }) } as const, { status: 409 })
}

async function dropFigure(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const which = { exhibitId, figureId: String(form.get('figure')), now: context.now() }
  const removed = await context.database.write((tx) => removeFigure(tx, scope, which))
  if (!removed.ok) throw notFound()
  return backTo(desk, 'figureRemoved', '#figures')
}

async function shiftFigure(desk: Desk, form: FormData, direction: 'up' | 'down') {
  const { context, scope, exhibitId } = desk
  const which = { exhibitId, figureId: String(form.get('figure')), direction, now: context.now() }
  const shifted = await context.database.write((tx) => moveFigure(tx, scope, which))
  if (!shifted.ok) throw notFound()
  return backTo(desk, '', '#figures')
}

async function dropPicture(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const which = { exhibitId, pictureId: String(form.get('picture')), now: context.now() }
  const removed = await discardPicture(context, scope, which)
  if (!removed.ok) throw notFound()
  return backTo(desk, 'pictureRemoved', '#pictures')
}

async function shiftPicture(desk: Desk, form: FormData, direction: 'up' | 'down') {
  const { context, scope, exhibitId } = desk
  const which = { exhibitId, pictureId: String(form.get('picture')), direction, now: context.now() }
  const shifted = await context.database.write((tx) => movePicture(tx, scope, which))
  if (!shifted.ok) throw notFound()
  return backTo(desk, '', '#pictures')
}
