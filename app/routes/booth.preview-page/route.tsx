import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { notFound } from '#app/accounts/guard.server.ts'
import { findWrittenExhibit } from '#app/exhibition/exhibit-page.server.ts'
import { events } from '#db/schema/events.server.ts'
import { LostBooth } from '../booth/lost-booth.tsx'
import { openBooth } from '../booth/open.server.ts'
import { framedExhibit } from '../site.exhibit/framed-exhibit.server.ts'

export { ExhibitPage as default } from '../site.exhibit/exhibit-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** What a team has written, as visitors will see it. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, path, language } = await openBooth(args)
  const { read } = args.context.database
  const [[event], exhibit] = await Promise.all([
    read.select().from(events).where(eq(events.id, scope.eventId)),
    findWrittenExhibit(read, scope.eventId, { id: scope.exhibitId }),
  ])
  if (!event || !exhibit) throw notFound()
  return framedExhibit(args.context, exhibit, { event, language, handouts: `${path}/handouts` })
}

export function ErrorBoundary() {
  return <LostBooth />
}
