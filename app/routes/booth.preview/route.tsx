import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { eq } from 'drizzle-orm'
import { notFound } from '#app/accounts/guard.server.ts'
import { findWrittenExhibit } from '#app/exhibition/exhibit-page.server.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LanguageLinks } from '#app/ui/language-switch.tsx'
import { events } from '#db/schema/events.server.ts'
import { LostLink } from '../answer/lost-link.tsx'
import { openBooth } from '../booth/open.server.ts'
import { ExhibitPage } from '../site.exhibit/exhibit-page.tsx'
import { shownExhibit } from '../site.exhibit/shown-exhibit.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

/** What a team has written, as visitors will see it. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, path, language, asked } = await openBooth(args)
  if (!asked) throw redirect(`${path}/preview?lang=${language}`)
  const { read } = args.context.database
  const [[event], exhibit] = await Promise.all([
    read.select().from(events).where(eq(events.id, scope.eventId)),
    findWrittenExhibit(read, scope.eventId, { id: scope.exhibitId }),
  ])
  if (!event || !exhibit) throw notFound()
  const shown = await shownExhibit(args.context, exhibit, {
    event,
    language,
    isPreview: false,
    isFramed: true,
    handouts: `${path}/handouts`,
  })
  return { ...shown, path, language, languages: event.languages }
}

export default function BoothPreview() {
  const { path, language } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      <nav className="wrap row between top">
        <a className="target" href={`${path}?lang=${language}`}>
          {t('team:own.back')}
        </a>
        <LanguageLinks href={(other) => `${path}/preview?lang=${other}`} />
      </nav>
      <ExhibitPage />
    </>
  )
}

export function ErrorBoundary() {
  return <LostLink error={useRouteError()} />
}
