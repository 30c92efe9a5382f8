import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { answerFile } from '#app/http/document.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { makeCopy } from '#app/privacy/copy.server.ts'
import { readHeld } from '#app/privacy/held.server.ts'
import { readSpeakerSubject } from '#app/privacy/speakers.server.ts'

/** The copy for a speaker who is no guest, has asked for it and shown who they are. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { read } = context.database
  const subject = await readSpeakerSubject(read, scope, params.speaker ?? '')
  if (!subject) throw notFound()
  const format = new URL(request.url).searchParams.get('format') === 'json' ? 'json' : 'xlsx'
  const { bytes, ...file } = await makeCopy(format, {
    held: await readHeld(read, subject, 'identified'),
    language: await readerLanguage(context, request),
    zone: (await readEventFacts(read, scope.eventId)).zone,
    now: context.now(),
  })
  return answerFile(bytes, file)
}
