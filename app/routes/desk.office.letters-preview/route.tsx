import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { defaultTexts } from '#app/letters/default-texts.ts'
import { letterPreviewForm } from '#app/letters/forms.ts'
import { previewLetter } from '#app/letters/preview.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { answerDrawing } from '../desk.event.letters-preview/drawing.server.ts'

/** A letter of our own text to a guest who is made up, as the office's letters look today. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const query = new URL(request.url).searchParams
  const submission = readForm(query, letterPreviewForm)
  if (submission.status !== 'success') throw notFound()
  const { kind, layout, language = null, second = null, guest } = submission.value
  const where = { stores: context, appUrl: context.env.APP_URL, now: context.now() }
  const preview = await previewLetter(where, scope, {
    ...{ words: { kind, ...defaultTexts[kind] }, layout, language, second, guest },
    ...{ signatoryId: null, hasCode: true },
  })
  return answerDrawing(preview, { as: query.get('as'), language: await readerLanguage(context, request) })
}

/** A template as it stands in the editor. Nothing is changed: a letter is too long for an address, hence a POST. */
export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const submission = readForm(await readRequestForm(request), letterPreviewForm)
  if (submission.status !== 'success') throw notFound()
  const { kind, subject, body, layout, language = null, second = null, guest } = submission.value
  const where = { stores: context, appUrl: context.env.APP_URL, now: context.now() }
  const preview = await previewLetter(where, scope, {
    ...{ words: { kind, subject, body }, layout, language, second, guest },
    ...{ signatoryId: null, hasCode: true },
  })
  return answerDrawing(preview, { as: null, language: await readerLanguage(context, request) })
}
