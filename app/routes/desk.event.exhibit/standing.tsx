import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { Exhibit } from '#app/exhibition/read.server.ts'
import {
  type MissingText,
  missingTexts,
  type PublishingNeed,
  publishingNeeds,
} from '#app/exhibition/rules.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'
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
      <Turns exhibit={exhibit} />
      <Ways exhibit={exhibit} />
      <Missing exhibit={exhibit} />
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
        {[...Map.groupBy(missing, wayTo)].map(([way, texts]) => (
          <li key={way} className="row between">
            <Link to={way}>
              <What texts={texts} exhibit={exhibit} />
            </Link>
            <span className="row tags">
              {event.languages
                .filter((language) => texts.some((text) => text.languages.includes(language)))
                .map((language) => (
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

/** The form where a missing text is written; the texts of one form are one line of the list. */
function wayTo({ subject, id }: MissingText): string {
  return subject === 'exhibit' ? '?open=texts#texts' : `?${subject}=${id}#${subject}s`
}

/** What is missing: the exhibit's texts by name, a figure or picture by its place. */
function What({ texts, exhibit }: { texts: MissingText[] } & Given) {
  const t = useText()
  const language = useLanguage()
  const [first] = texts
  if (!first || first.subject === 'exhibit')
    return formatList(
      texts.map(({ field }) => t(`exhibition:field.${field}`)),
      language,
    )
  const all = first.subject === 'figure' ? exhibit.figures : exhibit.pictures
  const place = formatNumber(all.findIndex(({ id }) => id === first.id) + 1, language)
  return t(`exhibition:missing.${first.subject}`, { place })
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
