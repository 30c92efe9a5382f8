import { formatInstant, isolate } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { actOnDraft, versionHeader, type Writer } from './acts.server.ts'
import { saveBlock } from './save-block.server.ts'

/**
 * Saves what is being typed, as the form's own button would, and answers a script: the version to send along from now
 * on, or with the status of the refusal nothing.
 */
export async function saveTyped(
  writer: Writer,
  form: FormData,
  { language, zone }: { language: Language; zone: string },
): Promise<Response> {
  const intent = form.get('intent')
  // A button of a page that shows both texts is pressed by a person.
  form.delete('theirs')
  const done = await act(writer, form, String(intent))
  if (!done || 'data' in done) return Response.json({}, { status: done?.init?.status ?? 404 })
  const at = isolate(formatInstant(writer.context.now(), 'time', language, zone))
  const version = Number(done.headers.get(versionHeader))
  return Response.json({ version, said: translator(language)('team:keep.saved', { at }) })
}

async function act(writer: Writer, form: FormData, intent: string) {
  if (intent === 'block') return saveBlock(writer, form)
  return intent === 'texts' || intent === 'facts' ? actOnDraft(writer, form) : null
}
