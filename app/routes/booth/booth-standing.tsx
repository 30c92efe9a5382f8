import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { tasksOf } from '#app/exhibition/team/tasks.ts'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Answer } from '../exhibit-editor/acts.server.ts'
import { useEditor } from '../exhibit-editor/editor.ts'
import { MissingTexts } from '../exhibit-editor/missing.tsx'
import { Needs } from '../exhibit-editor/needs.tsx'
import type { loader } from './route.tsx'

/** Where the exhibit stands, by when it is to be handed in, what it still needs, and the way to hand it in. */
export function BoothStanding() {
  const { exhibit } = useLoaderData<typeof loader>()
  const { content, languages } = useEditor()
  const t = useText()
  const { state, ahead } = exhibit
  const { needs } = tasksOf(content, languages)
  const isReady = state === 'draft' || ahead === 'changed'
  return (
    <section className="card stack" aria-labelledby="standing">
      <h2 id="standing">{t('team:own.status')}</h2>
      <Refusal />
      <p>{t(`team:own.is.${state}`)}</p>
      {state === 'published' && <p>{t(`team:own.ahead.${ahead}`)}</p>}
      <Deadline />
      <Needs needs={needs} />
      <div className="row">
        {isReady && (
          <Form method="post">
            <button type="submit" className="button" name="intent" value="submit">
              {t('team:own.submit')}
            </button>
          </Form>
        )}
        <Preview />
        {languages.length > 1 && <Translate />}
      </div>
      <MissingTexts />
    </section>
  )
}

function Preview() {
  const { path } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <a className="button quiet" href={`${path}/preview?lang=${language}`}>
      {t('team:own.preview')}
    </a>
  )
}

function Translate() {
  const { path } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <a className="button quiet" href={`${path}/translation?lang=${language}`}>
      {t('team:own.translate')}
    </a>
  )
}

function Deadline() {
  const { exhibit, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!exhibit.dueAt) return null
  const at = isolate(formatInstant(new Date(exhibit.dueAt), 'dayAndTime', language, event.zone))
  return <p className="strong">{t(exhibit.isLate ? 'team:due.passed' : 'team:due.until', { at })}</p>
}

function Refusal() {
  const answer = useActionData<Answer>()
  const t = useText()
  if (!answer?.refused) return null
  return (
    <Notice kind="error">
      {t([`exhibit:refused.${answer.refused}` as 'exhibit:refused.conflict', 'exhibit:refused.other'])}
    </Notice>
  )
}
