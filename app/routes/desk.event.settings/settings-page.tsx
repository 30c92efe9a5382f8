import { useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { DoneNotice } from '../desk.event/done-notice.tsx'
import { MissingTexts } from './missing-texts.tsx'
import { PartsList } from './parts-list.tsx'
import { Publication } from './publication.tsx'
import type { loader } from './route.tsx'
import { TextsForm } from './texts-form.tsx'
import { Venues } from './venues.tsx'

/** Everything about one event that is not guests, agenda or exhibition. */
export function SettingsPage() {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack sections">
      <h1>{t('desk:event.settings')}</h1>
      <DoneNotice />
      <Publication />
      <MissingTexts />
      <PartsList />
      <Venues />
      {/* Keyed by what is stored, so that the fields show it again after a save. */}
      <TextsForm key={event.updatedAt.getTime()} />
    </div>
  )
}
