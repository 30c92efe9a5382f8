import { Link, useLoaderData } from '@remix-run/react'
import type { Exhibit } from '#app/exhibition/read.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { ExhibitStateTag } from '../desk.event.exhibition/exhibit-state.tsx'
import { Done } from './done.tsx'
import { Facts } from './facts.tsx'
import { Figures } from './figures.tsx'
import { Pictures } from './pictures.tsx'
import type { loader } from './route.tsx'
import { Standing } from './standing.tsx'
import { Texts } from './texts.tsx'

/** One exhibit as its editor sees it. One form stands open at a time, the one its address names. */
export function ExhibitPage({ exhibit }: { exhibit: Exhibit }) {
  const { event, open } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { isWriting } = open
  return (
    <div className="stack">
      <p>
        <Link className="target" to={`/desk/events/${event.slug}/exhibition`}>
          {t('exhibition:toList')}
        </Link>
      </p>
      <div className="row">
        <h1>
          <LocalizedText text={exhibit.title} language={language} />
        </h1>
        <ExhibitStateTag state={exhibit.state} />
      </div>
      <Done among={ofTheWhole} />
      {!isWriting && <Standing exhibit={exhibit} />}
      <Texts exhibit={exhibit} />
      <Facts exhibit={exhibit} />
      <Figures exhibit={exhibit} />
      <Pictures exhibit={exhibit} />
      {!isWriting && (
        <Confirm intent="remove" title={t('exhibition:remove.title')} effect={t('exhibition:remove.hint')} />
      )}
    </div>
  )
}

const ofTheWhole = ['created', 'saved', 'published', 'unpublished', 'submitted', 'returned'] as const
