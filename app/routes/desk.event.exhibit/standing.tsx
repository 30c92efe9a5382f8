import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { publishingNeeds } from '#app/exhibition/content/needs.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useEditor } from '../exhibit-editor/editor.ts'
import { MissingTexts } from '../exhibit-editor/missing.tsx'
import { Needs } from '../exhibit-editor/needs.tsx'
import { usePartName } from '../exhibit-editor/part-name.ts'
import { wayTo } from '../exhibit-editor/way-to.ts'
import { ReturnForm } from './return-form.tsx'
import type { action, loader } from './route.tsx'
import { Schedule } from './schedule.tsx'

/** Where the exhibit stands towards visitors, what it still needs, and the one thing to do about it. */
export function Standing() {
  const { event, exhibit } = useLoaderData<typeof loader>()
  const { content, languages } = useEditor()
  const t = useText()
  if (!exhibit) return null
  const needs = publishingNeeds(content, languages)
  const isHidden = exhibit.state === 'published' && event.state === 'draft'
  const isNew = exhibit.state !== 'published' || exhibit.ahead !== 'no'
  return (
    <section className="card stack" aria-labelledby="standing">
      <h2 id="standing">{t('exhibition:standing.title')}</h2>
      <Refusal />
      <p>{isHidden ? t('exhibition:standing.eventIsDraft') : t(`exhibition:standing.is.${exhibit.state}`)}</p>
      {exhibit.state === 'published' && <p>{t(`exhibit:ahead.${exhibit.ahead}`)}</p>}
      <Changes />
      {isNew && <Needs needs={needs} />}
      <Turns />
      <ReturnForm />
      {isNew && needs.length === 0 && <Schedule />}
      <Ways />
      <MissingTexts />
    </section>
  )
}

/** What of the draft visitors do not see yet, each the way to its form. */
function Changes() {
  const { changes } = useLoaderData<typeof loader>()
  const t = useText()
  const nameOf = usePartName()
  if (!changes.length) return null
  const named = new Map(changes.map((path) => [nameOf(wholeOf(path)), wayTo(path)]))
  return (
    <div className="tight">
      <h3>{t('exhibit:ahead.what')}</h3>
      <ul>
        {[...named].map(([name, way]) => (
          <li key={name}>
            <a className="target" href={way}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A block or a picture as a whole, whatever of it has changed. */
function wholeOf(path: string): string {
  const [list, id] = path.split('/')
  return id && (list === 'blocks' || list === 'pictures') ? `${list}/${id}` : path
}

function Turns() {
  const { exhibit } = useLoaderData<typeof loader>()
  const t = useText()
  if (!exhibit) return null
  const { state, ahead } = exhibit
  const isPublic = state === 'published'
  return (
    <Form method="post" className="row">
      {(!isPublic || ahead !== 'no') && (
        <button type="submit" className="button" name="intent" value="publish">
          {isPublic ? t('exhibit:turn.publishChanges') : t('exhibition:standing.publish')}
        </button>
      )}
      {(state === 'draft' || ahead === 'changed') && (
        <button type="submit" className="button quiet" name="intent" value="submit">
          {t('exhibition:standing.submit')}
        </button>
      )}
      {isPublic && ahead !== 'no' && (
        <button type="submit" className="button quiet" name="intent" value="discard">
          {t('exhibit:turn.discard')}
        </button>
      )}
      {isPublic && (
        <button type="submit" className="button quiet" name="intent" value="unpublish">
          {t('exhibition:standing.unpublish')}
        </button>
      )}
    </Form>
  )
}

function Ways() {
  const { event, exhibit } = useLoaderData<typeof loader>()
  const { languages } = useEditor()
  const t = useText()
  const language = useLanguage()
  if (!exhibit) return null
  const isPublic = exhibit.state === 'published' && event.state !== 'draft'
  const here = `/desk/events/${event.slug}/exhibition/${exhibit.id}`
  return (
    <p className="row">
      <a className="target" href={`${here}/preview`}>
        {t('exhibition:standing.preview')}
      </a>
      {languages.length > 1 && (
        <a className="target" href={`${here}/translation`}>
          {t('translation:open')}
        </a>
      )}
      {isPublic && (
        <a className="target" href={`/${language}/${event.slug}/exhibition/${exhibit.slug}`}>
          {t('exhibition:standing.publicPage')}
        </a>
      )}
      <a className="target" href={`${here}/qr`}>
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
  if (!answer || !('refused' in answer) || !answer.refused) return null
  return (
    <Notice kind="error">
      {t([`exhibit:refused.${answer.refused}` as 'exhibit:refused.conflict', 'exhibit:refused.other'])}
    </Notice>
  )
}
