import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { z } from 'zod'
import { venueForm } from '#app/events/forms.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'

type Venue = ReturnType<typeof useLoaderData<typeof loader>>['venues'][number]

/** Where the parts take place. One form is open at a time, the one its address names. */
export function Venues() {
  const { venues } = useLoaderData<typeof loader>()
  const t = useText()
  const [search] = useSearchParams()
  const open = search.get('venue')
  return (
    <section className="card stack" aria-labelledby="venues">
      <div className="row between">
        <h2 id="venues">{t('events:venues.title')}</h2>
        {open !== 'new' && (
          <Link className="button quiet" to="?venue=new#venues">
            {t('events:venues.add')}
          </Link>
        )}
      </div>
      {venues.length === 0 && open !== 'new' && <p className="empty">{t('events:venues.none')}</p>}
      {venues.map((venue) =>
        venue.id === open ? (
          <VenueForm key={venue.id} venue={venue} />
        ) : (
          <VenueFacts key={venue.id} venue={venue} />
        ),
      )}
      {open === 'new' && <VenueForm />}
    </section>
  )
}

function VenueFacts({ venue }: { venue: Venue }) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className="row between part-row">
      <div className="tight">
        <p className="strong">
          <LocalizedText text={venue.name} language={language} />
        </p>
        <p className="muted">
          <LocalizedText text={venue.address} language={language} />
        </p>
      </div>
      <Link className="button quiet" to={`?venue=${venue.id}#venues`}>
        {t('common:edit')}
      </Link>
    </div>
  )
}

function VenueForm({ venue }: { venue?: Venue }) {
  const { event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof venueForm>>({
    id: `venue-${venue?.id ?? 'new'}`,
    constraint: getZodConstraint(venueForm),
    lastResult: answer && answer.intent === 'venue' && 'result' in answer ? answer.result : undefined,
    defaultValue: venue && { ...venue, mapUrl: venue.mapUrl ?? '' },
  })
  const among = event.languages
  return (
    <div className="inset stack">
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <input type="hidden" name="venue" value={venue?.id ?? ''} />
        <LocalizedField meta={fields.name} label={t('events:field.venueName')} among={among} />
        <LocalizedField meta={fields.address} label={t('events:field.address')} among={among} />
        <TextField
          meta={fields.mapUrl}
          label={t('events:field.mapUrl')}
          hint={t('events:venues.mapHint')}
          type="url"
        />
        <LocalizedField
          meta={fields.directions}
          label={t('events:field.directions')}
          hint={t('events:venues.directionsHint')}
          among={among}
          rows={3}
        />
        <p className="row">
          <button type="submit" className="button" name="intent" value="venue">
            {t('events:venues.save')}
          </button>
          <Link className="button quiet" to="?#venues">
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {venue && <RemoveVenue venue={venue} />}
    </div>
  )
}

function RemoveVenue({ venue }: { venue: Venue }) {
  const t = useText()
  return (
    <Confirm intent="removeVenue" title={t('events:venues.remove')} effect={t('events:venues.removeHint')}>
      <input type="hidden" name="venue" value={venue.id} />
    </Confirm>
  )
}
