import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { publishingNeeds } from '#app/events/rules.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { EventState } from '../desk.event/event-state.tsx'
import type { action, loader } from './route.tsx'

/** Where the event stands towards the public, and the one thing to do about it. */
export function Publication() {
  const { event, parts, missing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const needs = publishingNeeds({ event, parts })
  return (
    <section className="card stack" aria-labelledby="publication">
      <div className="row between">
        <h2 id="publication">{t('events:publication.title')}</h2>
        <EventState state={event.state} />
      </div>
      <Refusal />
      <p>{t(`events:publication.is.${event.state}`)}</p>
      <p>
        <a href={`/${language}/${event.slug}`}>
          <bdi dir="ltr" className="address">
            /{language}/{event.slug}
          </bdi>
        </a>
      </p>
      {event.state === 'draft' && needs.length > 0 && (
        <div className="tight">
          <p className="strong">{t('events:publication.needs')}</p>
          <ul>
            {needs.map((need) => (
              <li key={need}>{t(`events:need.${need}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {event.state === 'draft' && needs.length === 0 && missing.length > 0 && (
        <p className="muted">{t('events:publication.missingWarns')}</p>
      )}
      <Turns />
    </section>
  )
}

function Turns() {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  if (event.state === 'cancelled') return null
  return (
    <div className="row">
      {event.state === 'draft' ? (
        <Form method="post">
          <button type="submit" className="button" name="intent" value="publish">
            {t('events:publication.publish')}
          </button>
        </Form>
      ) : (
        <>
          <Form method="post">
            <button type="submit" className="button quiet" name="intent" value="unpublish">
              {t('events:publication.unpublish')}
            </button>
          </Form>
          <Link className="button danger" to="?step=cancel">
            {t('events:publication.cancel')}
          </Link>
        </>
      )}
    </div>
  )
}

function Refusal() {
  const answer = useActionData<typeof action>()
  const t = useText()
  if (!answer || !('refused' in answer)) return null
  return <Notice kind="error">{t(`events:refused.${answer.refused}`)}</Notice>
}
