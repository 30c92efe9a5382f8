import { useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { loader } from './route.tsx'

type Chapter = ReturnType<typeof useLoaderData<typeof loader>>['story'][number]

/** Everything that happened to this invitation, in its order. */
export function Story() {
  const { story, page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="story">
      <h2 id="story">{t('guests:story.title')}</h2>
      <ol className="plain-list rows">
        {story.map((chapter) => (
          <li key={keyOf(chapter)} className="story">
            <time className="muted small" dateTime={chapter.at.toISOString()}>
              <bdi>{formatInstant(chapter.at, 'dayAndTime', language, page.event.zone)}</bdi>
            </time>
            <div>
              <Telling chapter={chapter} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function keyOf(chapter: Chapter): string {
  if (chapter.kind === 'mail') return chapter.mail.id
  if (chapter.kind === 'answer') return chapter.answer.id
  return chapter.kind === 'deed' ? chapter.deed.id : chapter.kind
}

function Telling({ chapter }: { chapter: Chapter }) {
  const t = useText()
  if (chapter.kind === 'made') return <p>{t('guests:story.made')}</p>
  if (chapter.kind === 'answer') return <AnswerTold answer={chapter.answer} />
  if (chapter.kind === 'mail')
    return (
      <p>
        {t('guests:story.mail')} <bdi className="wraps">{chapter.mail.subject}</bdi>{' '}
        <span className="tag quiet">{t(`guests:mailState.${chapter.mail.state}`)}</span>
      </p>
    )
  const { action, by, note } = chapter.deed
  return (
    <>
      <p>
        {t(`guests:story.${action as 'renewLink'}`)}{' '}
        {by && <span className="muted">{t('guests:story.by', { name: by })}</span>}
      </p>
      {note && <Said text={note} />}
    </>
  )
}

function AnswerTold({ answer }: { answer: Extract<Chapter, { kind: 'answer' }>['answer'] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <p className="row">
        <StatusTag status={answer.status} />
        <span>
          {answer.names && (
            <>
              <bdi className="wraps">{displayName(answer.names, language)}</bdi>
              {' · '}
            </>
          )}
          {localize(answer.part, language)}
        </span>
        <span className="muted small">
          {t(`guests:via.${answer.via}`)}
          {answer.enteredBy && ` · ${t('guests:story.by', { name: answer.enteredBy })}`}
        </span>
      </p>
      {answer.reason && <Said text={answer.reason} />}
      {answer.note && <Said text={answer.note} />}
    </>
  )
}

function Said({ text }: { text: string }) {
  return (
    <p className="muted small lines" dir="auto">
      {text}
    </p>
  )
}
