import { useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { GuestFrame } from '../answer/guest-frame.tsx'
import { ExhibitStateTag } from '../desk.event.exhibition/exhibit-state.tsx'
import { BlocksSection } from '../exhibit-editor/blocks-section.tsx'
import { CommentsSection } from '../exhibit-editor/comments-section.tsx'
import { Done } from '../exhibit-editor/done.tsx'
import { FactsSection } from '../exhibit-editor/facts.tsx'
import { KeepScript } from '../exhibit-editor/keep-typing.tsx'
import { PicturesSection } from '../exhibit-editor/pictures.tsx'
import { TextsSection } from '../exhibit-editor/texts.tsx'
import { BoothStanding } from './booth-standing.tsx'
import type { loader } from './route.tsx'
import { BoothVisitors } from './visitors.tsx'

/** What a team writes: where it stands and what is missing, then the parts of the exhibit in the order of its page. */
export function BoothPage() {
  const { event, exhibit, editor, path } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { isWriting } = editor.open
  return (
    <GuestFrame office={event.office.name} href={(other) => `${path}?lang=${other}`}>
      <p className="muted">{t('team:own.title', { event: localize(event.name, language) })}</p>
      <div className="row">
        <h1>
          {localize(editor.content.title, language) ? (
            <LocalizedText text={editor.content.title} language={language} />
          ) : (
            t('team:untitled')
          )}
        </h1>
        <ExhibitStateTag state={exhibit.state} ahead={exhibit.ahead} />
      </div>
      {event.state === 'cancelled' && <Notice kind="error">{t('answer:cancelled')}</Notice>}
      <Done among={['saved', 'submitted']} />
      {!isWriting && <BoothStanding />}
      {!isWriting && <BoothVisitors />}
      {!isWriting && editor.comments.length > 0 && <CommentsSection />}
      <TextsSection />
      <BlocksSection />
      <PicturesSection />
      <FactsSection />
      {!isWriting && editor.comments.length === 0 && <CommentsSection />}
      <Contact />
      <KeepScript />
    </GuestFrame>
  )
}

function Contact() {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const address = event.contact.email || event.office.replyTo || event.office.senderAddress
  return (
    <p className="small muted">
      {t('answer:contact')}:{' '}
      <a href={`mailto:${address}`}>
        <bdi dir="ltr">{address}</bdi>
      </a>
    </p>
  )
}
