import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findSpeakerByToken, type SpeakerScope } from '#app/accounts/speaker-scope.server.ts'
import { readSpeakerPage, type SpeakerPage } from '#app/agenda/speaker-page.server.ts'
import { isLanguage, type Language, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { newId } from '#db/id.server.ts'

export type OpenedSpeaker = { scope: SpeakerScope; page: SpeakerPage; path: string; language: Language }

/** Whose link it is, and what their page says. Throws 404 for no link of ours. */
export async function openSpeaker({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>): Promise<OpenedSpeaker> {
  const { read } = context.database
  const scope = await findSpeakerByToken(read, params.token)
  const page = scope && (await readSpeakerPage(read, scope, context.now()))
  if (!scope || !page) throw notFound()
  const asked = new URL(request.url).searchParams.get('lang')
  const language = isLanguage(asked) ? asked : scope.language
  return { scope, page, path: `/s/${params.token}`, language }
}

/** What the page shows; an address without a language leads to the speaker's own. */
export async function loadSpeaker(asked: LoaderFunctionArgs) {
  const { page, path, language } = await openSpeaker(asked)
  const url = new URL(asked.request.url)
  if (!isLanguage(url.searchParams.get('lang'))) {
    url.searchParams.set('lang', language)
    throw redirect(path + url.search)
  }
  return {
    title: translator(language)('speakers:own.title', { event: localize(page.event.name, language) }),
    ...{ page, path },
    newId: newId(),
    done: url.searchParams.get('done'),
  }
}
