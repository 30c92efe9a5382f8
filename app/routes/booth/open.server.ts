import type { LoaderFunctionArgs } from '@remix-run/node'
import { type BoothScope, findBoothByToken } from '#app/accounts/booth-scope.server.ts'
import { notFound } from '#app/accounts/guard.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { type Exhibit, readExhibit } from '#app/exhibition/read.server.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'

export type OpenedBooth = {
  scope: BoothScope
  event: Awaited<ReturnType<typeof readEventFacts>>
  exhibit: Exhibit
  path: string
  language: Language
  /** The language that the address names, if it does. */
  asked: Language | null
}

/** Whose link it is, and what they write. Throws 404 for no link of ours. */
export async function openBooth({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>): Promise<OpenedBooth> {
  const { read } = context.database
  const scope = await findBoothByToken(read, params.token)
  if (!scope) throw notFound()
  const [event, exhibit] = await Promise.all([
    readEventFacts(read, scope.eventId),
    readExhibit(read, scope, scope.exhibitId),
  ])
  if (!exhibit) throw notFound()
  const path = `/b/${params.token}`
  const asked = languageIn(request.url)
  // The editor's own links name no language: whoever chose another one on the page before keeps it.
  const language = asked ?? languageBefore(request, path) ?? scope.language
  return { scope, event, exhibit, path, language, asked }
}

function languageIn(address: string): Language | null {
  const given = new URL(address).searchParams.get('lang')
  return isLanguage(given) ? given : null
}

function languageBefore(request: Request, path: string): Language | null {
  const before = URL.parse(request.headers.get('Referer') ?? '')
  return before?.pathname.startsWith(path) ? languageIn(before.href) : null
}
