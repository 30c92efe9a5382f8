import { Link, useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { ExhibitStateTag } from '../desk.event.exhibition/exhibit-state.tsx'
import { BlocksSection } from '../exhibit-editor/blocks-section.tsx'
import { CommentsSection } from '../exhibit-editor/comments-section.tsx'
import { Done } from '../exhibit-editor/done.tsx'
import { FactsSection } from '../exhibit-editor/facts.tsx'
import { KeepScript } from '../exhibit-editor/keep-typing.tsx'
import { LivePreview } from '../exhibit-editor/live-preview.tsx'
import { PicturesSection } from '../exhibit-editor/pictures.tsx'
import { TextsSection } from '../exhibit-editor/texts.tsx'
import { History } from './history.tsx'
import { PlaceSection } from './place.tsx'
import type { loader } from './route.tsx'
import { Standing } from './standing.tsx'
import { TeamSection } from './team.tsx'
import { Visitors } from './visitors.tsx'

/** One exhibit as its editor sees it. One form stands open at a time, the one its address names. */
export function ExhibitPage() {
  const { event, exhibit, editor } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!exhibit || !editor) return null
  const { isWriting } = editor.open
  return (
    <div className={isWriting ? 'stack with-preview' : 'stack'}>
      <p>
        <Link className="target" to={`/desk/events/${event.slug}/exhibition`}>
          {t('exhibition:toList')}
        </Link>
      </p>
      <div className="row">
        <h1>
          <LocalizedText text={editor.content.title} language={language} />
        </h1>
        <ExhibitStateTag state={exhibit.state} ahead={exhibit.ahead} />
      </div>
      <Done among={ofTheWhole} />
      {!isWriting && <Standing />}
      <TextsSection />
      <BlocksSection />
      <PicturesSection />
      <FactsSection />
      <PlaceSection />
      {!isWriting && <CommentsSection />}
      {!isWriting && <TeamSection />}
      {!isWriting && <Visitors />}
      {!isWriting && <History />}
      <LivePreview />
      <KeepScript />
      {!isWriting && (
        <p>
          <Link
            className="button quiet"
            to={`/desk/events/${event.slug}/exhibition/copy?exhibit=${exhibit.id}`}
          >
            {t('copying:openForm')}
          </Link>
        </p>
      )}
      {!isWriting && (
        <Confirm intent="remove" title={t('exhibition:remove.title')} effect={t('exhibition:remove.hint')} />
      )}
    </div>
  )
}

const ofTheWhole = [
  ...(['created', 'saved', 'published', 'unpublished', 'submitted', 'returned'] as const),
  ...(['restored', 'discarded', 'scheduled', 'unscheduled'] as const),
]
