import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { addPaper, discardPaper } from '#app/agenda/papers.server.ts'
import { describeYourself, hideYourself, showYourself } from '#app/agenda/presenting.server.ts'
import { biographyForm, slidesForm, speakerAnswerForm } from '#app/agenda/speaker-forms.ts'
import { submitSpeakerAnswer } from '#app/answers/speaking.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { type OpenedSpeaker, openSpeaker } from './open.server.ts'

/** Whatever a speaker's page sends. */
export async function takeSpeakerForm(args: ActionFunctionArgs) {
  const opened = await openSpeaker(args)
  const { context } = args
  const form = await readRequestForm(args.request)
  const intent = form.get('intent')
  const isAllowed = await context.limits.answer(opened.scope.speakerId)
  switch (intent) {
    case 'answer':
      return answer(context, opened, form, isAllowed)
    case 'describe':
      return describe(context, opened, form, isAllowed)
    case 'picture':
      return picture(context, opened, form, isAllowed)
    case 'noPicture':
      return noPicture(context, opened)
    case 'slides':
      return slides(context, opened, form, isAllowed)
    case 'noSlides':
      return noSlides(context, opened, form)
    default:
      throw notFound()
  }
}

function leadBack({ path, language }: OpenedSpeaker, done: string, at: string) {
  return redirect(`${path}?lang=${language}&done=${done}#${at}`, { status: 303 })
}

function ifOpen({ page }: OpenedSpeaker, isAllowed: boolean): string | null {
  if (!isAllowed) return 'tooMany'
  return page.isOpen ? null : 'speakers:refused.closed'
}

async function answer(context: MajlisContext, opened: OpenedSpeaker, form: FormData, isAllowed: boolean) {
  const submission = readForm(form, speakerAnswerForm)
  const back = (status: number, formErrors?: string[]) =>
    data({ intent: 'answer' as const, result: submission.reply(formErrors && { formErrors }) }, { status })
  if (submission.status !== 'success') return back(400)
  const replies = submission.value.roles.flatMap(({ id, reply, ...said }) =>
    reply ? [{ ...said, roleId: id, reply }] : [],
  )
  if (!replies.length) return back(400, ['speakers:refused.nothingSaid'])
  const closed = ifOpen(opened, isAllowed)
  if (closed) return back(isAllowed ? 409 : 429, [closed])
  const answered = await submitSpeakerAnswer(context.database, opened.scope, {
    ...{ replies, site: siteOf(context.env), now: context.now() },
  })
  if (!answered.ok && answered.reason === 'notFound') throw notFound()
  if (!answered.ok) return back(409, [`speakers:refused.${answered.reason}`])
  context.wakeWorker()
  return leadBack(opened, 'answered', 'roles')
}

async function describe(
  { database, now }: MajlisContext,
  opened: OpenedSpeaker,
  form: FormData,
  isAllowed: boolean,
) {
  const submission = readForm(form, biographyForm)
  const back = (status: number, formErrors?: string[]) =>
    data({ intent: 'describe' as const, result: submission.reply(formErrors && { formErrors }) }, { status })
  if (submission.status !== 'success') return back(400)
  const closed = ifOpen(opened, isAllowed)
  if (closed) return back(isAllowed ? 409 : 429, [closed])
  const { biography } = submission.value
  await database.write((tx) => describeYourself(tx, opened.scope, { biography, now: now() }))
  return leadBack(opened, 'described', 'you')
}

/** The file that a form brings as `file`; null for none. Taken out of the form, which is text from then on. */
async function fileOf(form: FormData) {
  const file = form.get('file')
  form.delete('file')
  if (!(file instanceof File) || file.size === 0) return null
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
}

async function picture(context: MajlisContext, opened: OpenedSpeaker, form: FormData, isAllowed: boolean) {
  const back = (status: number, refused: string) =>
    data({ intent: 'picture' as const, refused, result: undefined }, { status })
  const file = await fileOf(form)
  if (!file) return back(400, 'speakers:refused.noPicture')
  const closed = ifOpen(opened, isAllowed)
  if (closed) return back(isAllowed ? 409 : 429, closed)
  const { database, files } = context
  const shown = await showYourself({ database, files }, opened.scope, {
    ...{ bytes: file.bytes, now: context.now() },
  })
  if (!shown.ok) return back(400, `speakers:refused.${shown.reason}`)
  return leadBack(opened, 'pictured', 'you')
}

async function noPicture({ database, files, now }: MajlisContext, opened: OpenedSpeaker) {
  await hideYourself({ database, files }, opened.scope, now())
  return leadBack(opened, 'unpictured', 'you')
}

async function slides(context: MajlisContext, opened: OpenedSpeaker, form: FormData, isAllowed: boolean) {
  const file = await fileOf(form)
  const submission = readForm(form, slidesForm)
  const back = (status: number, refused?: string) =>
    data({ intent: 'slides' as const, refused, result: submission.reply() }, { status })
  if (submission.status !== 'success') return back(400)
  if (!file) return back(400, 'speakers:refused.noDocument')
  const { item, title, language } = submission.value
  const role = opened.page.roles.find(({ itemId }) => itemId === item)
  if (!role) throw notFound()
  const closed = ifOpen(opened, isAllowed)
  if (closed) return back(isAllowed ? 409 : 429, closed)
  const { database, files } = context
  const added = await addPaper({ database, files }, opened.scope, {
    ...{ id: newIdOf(form), itemId: item, file, language: language ?? null, now: context.now() },
    content: {
      title: Object.keys(title).length ? title : role.item.title,
      // Only an organiser gives it to others.
      ...{ kind: 'slides', audience: 'staff' },
    },
  })
  if (added.ok || added.reason === 'madeBefore') return leadBack(opened, 'sent', 'slides')
  if (added.reason === 'notFound') throw notFound()
  return back(409, `speakers:refused.${added.reason}`)
}

async function noSlides({ database, files, now }: MajlisContext, opened: OpenedSpeaker, form: FormData) {
  const which = { itemId: String(form.get('item')), paperId: String(form.get('paper')), now: now() }
  const removed = await discardPaper({ database, files }, opened.scope, which)
  if (!removed.ok) throw notFound()
  return leadBack(opened, 'unsent', 'slides')
}
