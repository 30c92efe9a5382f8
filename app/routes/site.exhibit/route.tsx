import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findEventScope } from '#app/accounts/scope.server.ts'
import { findExhibit, readExhibitPage } from '#app/exhibition/exhibit-page.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import { pictureAddress, type StoredPicture, widthFor } from '#app/ui/picture.tsx'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'

export { ExhibitPage as default } from './exhibit-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** What is not published is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { read } = context.database
  const slug = params.exhibit ?? ''
  const exhibit =
    (await findExhibit(read, event.id, slug)) ??
    ((await mayPreview()) ? await findExhibit(read, event.id, slug, { evenUnpublished: true }) : null)
  if (!exhibit) throw notFound()
  const beside = await readExhibitPage(read, event.id, exhibit.id)
  const isPublic = event.state !== 'draft' && exhibit.state === 'published'
  const page = {
    event: {
      slug: event.slug,
      name: event.name,
      state: event.state,
      cancellationNote: event.cancellationNote,
    },
    exhibit,
    ...beside,
    title: `${localize(exhibit.title, language)} · ${localize(event.name, language)}`,
    description: localize(exhibit.summary, language),
    image: sharedPicture(beside.pictures[0]?.picture, language),
  }
  return isPublic ? data(page) : data(page, { headers: { 'Cache-Control': 'no-store' } })

  async function mayPreview() {
    const user = await context.user()
    return user && (await findEventScope(read, user.id, event.slug, 'exhibition.edit'))
  }

  function sharedPicture(picture: StoredPicture | undefined, language: Language) {
    if (!picture) return null
    const width = widthFor(picture, 1200)
    return {
      url: context.env.APP_URL + pictureAddress(picture, width),
      width,
      height: Math.round((picture.height * width) / picture.width),
      alt: localize(picture.alt, language),
    }
  }
}
