import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { itemsToPrint, paperChoice } from '#app/agenda/paper/choice.ts'
import { agendaDocument } from '#app/agenda/paper/document.ts'
import { agendaToRelease } from '#app/agenda/release.server.ts'
import { keptPdf } from '#app/documents/kept-pdf.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { answerFile } from '#app/http/document.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'

/** The agenda as it is edited, on paper that says so; asked for as the public one is (`agenda.pdf`). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const [event, agenda, reader] = await Promise.all([
    readEventFrame(read, scope),
    agendaToRelease(read, scope.eventId),
    readerLanguage(context, request),
  ])
  const choice = paperChoice(new URL(request.url).searchParams, reader)
  const document = agendaDocument({
    event,
    items: itemsToPrint(agenda, choice, event.zone),
    choice,
    version: null,
    address: `${context.env.APP_URL}/${choice.languages[0]}/${scope.slug}/agenda`,
    now: context.now(),
  })
  // Whoever edits it may print it.
  const pdf = await keptPdf(document, async () => true)
  const name = `${scope.slug}-agenda-draft-${choice.layout}.pdf`
  return answerFile(pdf ?? new Uint8Array(), { mediaType: 'application/pdf', name, isInline: true })
}
