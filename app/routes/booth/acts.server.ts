import { type ActionFunctionArgs, data } from '@remix-run/node'
import { z } from 'zod'
import { notFound } from '#app/accounts/guard.server.ts'
import { submitExhibit } from '#app/exhibition/content/publish.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { type Answer, actOnDraft, backTo, seenBy, type Writer } from '../exhibit-editor/acts.server.ts'
import { actOnComments } from '../exhibit-editor/comment-acts.server.ts'
import { saveBlock } from '../exhibit-editor/save-block.server.ts'
import { dropMedia, savePicture } from '../exhibit-editor/save-picture.server.ts'
import { openBooth } from './open.server.ts'

/** What of the editor a team may do besides its forms; taking versions back is for the desk. */
const onDraft = ['texts', 'facts', 'removeBlock', 'up', 'down', 'cover']

const withFields: readonly Answer['intent'][] = ['texts', 'facts', 'block', 'picture', 'comment']

/** Whatever a team's page sends. */
export async function takeBoothForm(args: ActionFunctionArgs) {
  const { scope, event, path } = await openBooth(args)
  const { context, request } = args
  const form = await readRequestForm(request)
  const { exhibitId } = scope
  const writer: Writer = { context, scope, exhibitId, languages: event.languages, home: path }
  if (event.state === 'cancelled')
    return data({ intent: 'turn', refused: 'eventCancelled' } as Answer, { status: 409 })
  const intent = String(form.get('intent'))
  if (!(await context.limits.write(scope.memberId))) return tooMany(form, intent as Answer['intent'])
  switch (intent) {
    case 'submit':
      return submit(writer)
    case 'block':
      return saveBlock(writer, form)
    case 'picture':
      return savePicture(writer, form)
    case 'removePicture':
      return dropMedia(writer, form, 'picture')
    case 'removeDocument':
      return dropMedia(writer, form, 'document')
    default: {
      const done =
        (await actOnComments(writer, form)) ??
        (onDraft.includes(intent) ? await actOnDraft(writer, form) : null)
      if (!done) throw notFound()
      return done
    }
  }
}

/** The form as it was sent: nothing that was typed is lost. */
function tooMany(form: FormData, intent: Answer['intent']) {
  const result = readForm(form, z.object({})).reply({ formErrors: ['tooMany'] })
  const answer: Answer = withFields.includes(intent)
    ? { intent, result, seen: seenBy(form) }
    : { intent: 'turn', refused: 'tooMany' }
  return data(answer, { status: 429 })
}

async function submit(writer: Writer) {
  const { context, scope, exhibitId } = writer
  const given = { exhibitId, now: context.now() }
  const submitted = await context.database.write((tx) => submitExhibit(tx, scope, given))
  if (submitted.ok) return backTo(writer, 'submitted')
  if (submitted.reason === 'notFound') throw notFound()
  return data({ intent: 'turn', refused: submitted.reason } as Answer, { status: 409 })
}
