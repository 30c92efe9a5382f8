import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { ProgrammeResults } from '#app/exhibition/programmes/programme-results.tsx'
import { findShownProgramme } from '#app/exhibition/programmes/read.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { framedEvent } from '../embed/published-event.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers = () => publicPageHeaders

/** What came of a programme that the event shows, for a frame of another site. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, language } = await framedEvent(context, params)
  const programme = await findShownProgramme(context.database.read, event.id, params.programme ?? '')
  if (!programme) throw notFound()
  const title = `${localize(programme.name, language)} · ${localize(event.name, language)}`
  return { programme, title }
}

export default function EmbeddedProgramme() {
  const { programme } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="stack">
      <h1>
        <LocalizedText text={programme.name} language={useLanguage()} />
      </h1>
      <ProgrammeResults programme={programme} level={2} />
    </main>
  )
}
