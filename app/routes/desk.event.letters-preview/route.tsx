import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { letterPreviewForm } from '#app/letters/forms.ts'
import { previewLetter } from '#app/letters/preview.server.ts'
import { readTemplate } from '#app/letters/templates.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { answerDrawing } from './drawing.server.ts'

/** A letter as it would be written to one guest; nothing is issued. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  return show({ context, request, scope }, new URL(request.url).searchParams)
}

/** The same as it stands in the editor. Nothing is changed: a letter is too long for an address, hence a POST. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  return show({ context, request, scope }, await readRequestForm(request))
}

type Shown = { context: MajlisContext; request: Request; scope: EventScope }

async function show({ context, request, scope }: Shown, given: FormData | URLSearchParams) {
  const submission = readForm(given, letterPreviewForm)
  if (submission.status !== 'success') throw notFound()
  const language = await readerLanguage(context, request)
  const { template, kind, subject, body, layout, second, signatory, guest, hasCode, ...rest } =
    submission.value
  const stored = template
    ? await readTemplate(context.database.read, scope, { id: template, language })
    : { kind, subject, body }
  if (!stored) throw notFound()
  const where = { stores: context, appUrl: context.env.APP_URL, now: context.now() }
  const preview = await previewLetter(where, scope, {
    ...{ words: stored, layout, language: rest.language ?? null, second: second ?? null },
    ...{ signatoryId: signatory ?? null, hasCode, guest },
  })
  return answerDrawing(preview, { as: null, language })
}
