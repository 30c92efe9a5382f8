import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { Exhibit } from '#app/exhibition/read.server.ts'
import {
  type MissingText,
  missingTexts,
  type PublishingNeed,
  publishingNeeds,
} from '#app/exhibition/rules.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

type Given = { exhibit: Exhibit }

/** Where the exhibit stands towards visitors, what it still needs, and the one thing to do about it. */
export function Standing({ exhibit }: Given) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const needs = publishingNeeds(exhibit, exhibit.pictures)
  const isHidden = exhibit.state === 'published' && event.state === 'draft'
  return (
    <section className="card stack" aria-labelledby="standing">
      <h2 id="standing">{t('exhibition:standing.title')}</h2>
      <Refusal />
      <p>{isHidden ? t('exhibition:standing.eventIsDraft') : t(`exhibition:standing.is.${exhibit.state}`)}</p>
      {exhibit.state !== 'published' && <Needs needs={needs} />}
      <Missing exhibit={exhibit} />
      <Turns exhibit={exhibit} />
      <Ways exhibit={exhibit} />
    </section>
  )
}

const ways = { title: '?open=texts#texts', summary: '?open=texts#texts', alt: '#pictures' } as const

function Needs({ needs }: { needs: PublishingNeed[] }) {
  const t = useText()
  if (needs.length === 0) return null
  return (
    <div className="notice warning tight">
      <p className="strong">{t('exhibition:standing.needs')}</p>
      <ul>
        {needs.map((need) => (
          <li key={need}>
            <a className="target" href={ways[need]}>
              {t(`exhibition:need.${need}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Missing({ exhibit }: Given) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const missing = missingTexts(exhibit, event.languages)
  if (missing.length === 0)
    return (
      <p>
        <span className="tag yes">{t('exhibition:missing.complete')}</span> {t('exhibition:missing.nothing')}
      </p>
    )
  return (
    <div className="tight">
      <h3>{t('exhibition:missing.title')}</h3>
      <p className="muted">{t('exhibition:missing.hint')}</p>
      <ul className="plain-list rows">
        {missing.map((text) => (
          <li key={`${text.id} ${text.field}`} className="row between">
            <Link to={wayTo(text)}>
              {t(`exhibition:field.${text.field}`)}
              <Whose text={text} exhibit={exhibit} />
            </Link>
            <span className="row tags">
              {text.languages.map((language) => (
                <span key={language} className="tag wait" lang={language}>
                  {languageNames[language]}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function wayTo({ subject, id }: MissingText): string {
  return subject === 'exhibit' ? '?open=texts#texts' : `?${subject}=${id}#${subject}s`
}

/** Which of the figures or pictures, by its place, where there is more than one. */
function Whose({ text, exhibit }: { text: MissingText } & Given) {
  const t = useText()
  if (text.subject === 'exhibit') return null
  const all = text.subject === 'figure' ? exhibit.figures : exhibit.pictures
  const place = all.findIndex(({ id }) => id === text.id) + 1
  return <span className="muted">{t(`exhibition:missing.${text.subject}`, { place })}</span>
}

function Turns({ exhibit }: Given) {
  const t = useText()
  const { state } = exhibit
  return (
    <Form method="post" className="row">
      {state === 'published' ? (
        <button type="submit" className="button quiet" name="intent" value="unpublish">
          {t('exhibition:standing.unpublish')}
        </button>
      ) : (
        <button type="submit" className="button" name="intent" value="publish">
          {t('exhibition:standing.publish')}
        </button>
      )}
      {state === 'draft' && (
        <button type="submit" className="button quiet" name="intent" value="submit">
          {t('exhibition:standing.submit')}
        </button>
      )}
      {state === 'submitted' && (
        <button type="submit" className="button quiet" name="intent" value="return">
          {t('exhibition:standing.return')}
        </button>
      )}
    </Form>
  )
}

function Ways({ exhibit }: Given) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isPublic = exhibit.state === 'published' && event.state !== 'draft'
  return (
    <p className="row">
      <a className="target" href={`/${language}/${event.slug}/exhibition/${exhibit.slug}`}>
        {isPublic ? t('exhibition:standing.publicPage') : t('exhibition:standing.preview')}
      </a>
      <a className="target" href={`/desk/events/${event.slug}/exhibition/${exhibit.id}/qr`}>
        {t('exhibition:standing.poster')}
      </a>
      <bdi dir="ltr" className="muted">
        /q/{exhibit.qrCode}
      </bdi>
    </p>
  )
}

function Refusal() {
  const answer = useActionData<typeof action>()
  const t = useText()
  if (!answer || !('refused' in answer)) return null
  return <Notice kind="error">{t(`exhibition:refused.${answer.refused}`)}</Notice>
}
