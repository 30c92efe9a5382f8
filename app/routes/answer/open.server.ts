import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { readAskingOf } from '#app/answers/asked.server.ts'
import type { Asking } from '#app/answers/asked.ts'
import { type AnswerPage, readAnswerPage } from '#app/answers/read.server.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { readGateNotice } from '#app/clearance/filler.server.ts'
import { displayName } from '#app/directory/names.ts'
import { isLanguage, type Language, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { attendeeLink, siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readListing } from '#app/privacy/listing.server.ts'
import { newId } from '#db/id.server.ts'

/** What an address of a guest or an institution leads to. */
export type Opened = {
  scope: GuestScope
  page: AnswerPage
  asking: Asking
  path: string
  language: Language
}
type Asked = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

/** Whoever holds this link, and what their page says in the language they ask for. Throws 404 for no link of ours. */
export async function openLink({ request, params, context }: Asked): Promise<Opened> {
  const { read } = context.database
  const scope = await findInvitationByToken(read, params.token)
  const page = scope && (await readAnswerPage(read, scope, context.now()))
  if (!scope || !page) throw notFound()
  const asking = await readAskingOf(read, scope)
  const asked = new URL(request.url).searchParams.get('lang')
  return {
    asking,
    scope,
    page,
    path: pathOf(scope, params.token),
    language: isLanguage(asked) ? asked : scope.language,
  }
}

function pathOf({ isOrganisation }: GuestScope, token = ''): string {
  return `/${isOrganisation ? 'o' : 'r'}/${token}`
}

/** What the page shows. Leads to the right address where an old link, or none with a language, was asked for. */
export async function loadPage(asked: Asked) {
  const { scope, page, asking, path, language } = await openLink(asked)
  const url = new URL(asked.request.url)
  // The address then says the language, also for whoever it is forwarded to; a reader's cookie is not the guest's wish.
  if (!isLanguage(url.searchParams.get('lang')) || !isAt(url.pathname, path)) {
    url.searchParams.set('lang', language)
    throw redirect(path + url.search)
  }
  const event = localize(page.event.name, language)
  return {
    title: translator(language)('answer:title', { event }),
    page,
    gate: await readGateNotice(asked.context.database.read, scope, asked.context.now()),
    asking,
    listing: await readListing(asked.context.database.read, scope),
    path,
    dataPath: `/r/${asked.params.token}/data`,
    requestId: newId(),
    newId: newId(),
    links: linksOf(page, asked.context, language),
    // A link such as “I will come” in a mail only preselects: scanners follow every link.
    preselected:
      { yes: 'accepted', maybe: 'tentative', no: 'declined' }[url.searchParams.get('a') ?? ''] ?? null,
    done: url.searchParams.get('done'),
    offerSaid: url.searchParams.get('offer'),
  }
}

// Routes match in any letter case.
function isAt(pathname: string, path: string): boolean {
  return pathname.slice(0, 3).toLowerCase() === path.slice(0, 3)
}

/** The own links of those whom the reader has named, to pass on by hand. */
export function linksOf(page: AnswerPage, { env }: MajlisContext, language: Language) {
  const site = siteOf(env)
  const named = [...page.names, ...page.substitutes].filter(({ hasLink }) => hasLink)
  return Object.fromEntries(
    named.map((person) => {
      const link = attendeeLink(site, person)
      const reads = person.language
      const told = { name: displayName(person.names, reads), event: localize(page.event.name, reads), link }
      const text = translator(reads ?? language)('delegation:link.text', told)
      const digits = (person.phone ?? '').replace(/\D/g, '').replace(/^00/, '')
      return [person.id, { link, whatsApp: `https://wa.me/${digits}?${new URLSearchParams({ text })}` }]
    }),
  )
}
