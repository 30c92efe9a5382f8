import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findEventScope } from '#app/accounts/scope.server.ts'
import { findExhibit, findWrittenExhibit } from '#app/exhibition/exhibit-page.server.ts'
import { routeIn } from '#app/exhibition/tours/route-in.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { shownExhibit } from './shown-exhibit.server.ts'

export { ExhibitPage as default } from './exhibit-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** What is not published is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { read } = context.database
  const slug = params.exhibit ?? ''
  const published = await findExhibit(read, event.id, slug)
  const exhibit =
    published ?? ((await mayPreview()) ? await findWrittenExhibit(read, event.id, { slug }) : null)
  if (!exhibit) throw notFound()
  const isPreview = !published
  const query = new URL(request.url).searchParams
  const here = { route: routeIn(query), at: query.get('at') ?? '' }
  const page = await shownExhibit(context, exhibit, { event, language, isPreview, ...here })
  const isPublic = event.state !== 'draft' && !isPreview
  return isPublic ? data(page) : data(page, { headers: { 'Cache-Control': 'no-store' } })

  async function mayPreview() {
    const user = await context.user()
    return user && (await findEventScope(read, user.id, event.slug, 'exhibition.edit'))
  }
}
