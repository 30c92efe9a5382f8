import { notFound } from '#app/accounts/guard.server.ts'
import { addComment, settleComment } from '#app/exhibition/team/comments.server.ts'
import { commentForm } from '#app/exhibition/team/forms.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { backTo, refuse, type Writer } from './acts.server.ts'

/** Carries out a button of the comments; null for every other intent. */
export async function actOnComments(writer: Writer, form: FormData) {
  const intent = String(form.get('intent'))
  if (intent === 'comment') return comment(writer, form)
  if (intent === 'settle' || intent === 'reopen') return settle(writer, form, intent === 'settle')
  return null
}

async function comment(writer: Writer, form: FormData) {
  const { context, scope, exhibitId } = writer
  const submission = readForm(form, commentForm)
  if (submission.status !== 'success') return refuse('comment', form, submission.reply())
  const { text, about } = submission.value
  const given = { id: newIdOf(form), exhibitId, blockId: about ?? null, text, now: context.now() }
  const added = await context.database.write((tx) => addComment(tx, scope, given))
  if (added.ok) return backTo(writer, 'commented', '#comments')
  if (added.reason === 'notFound') throw notFound()
  return refuse('comment', form, submission.reply({ formErrors: ['team:comments.full'] }), 409)
}

async function settle(writer: Writer, form: FormData, isDone: boolean) {
  const { context, scope, exhibitId } = writer
  const given = { exhibitId, commentId: String(form.get('comment') ?? ''), isDone, now: context.now() }
  const settled = await context.database.write((tx) => settleComment(tx, scope, given))
  if (!settled.ok) throw notFound()
  return backTo(writer, '', '#comments')
}
