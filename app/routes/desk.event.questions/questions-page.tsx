import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { localize, missingLanguages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { MissingIn } from '../desk.event.agenda/missing-in.tsx'
import { CopyForm } from './copy-form.tsx'
import type { action, loader } from './route.tsx'

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['questions'][number]

const doings = ['added', 'saved', 'removed', 'archived', 'restored', 'copied'] as const

/** What the event asks its guests, in the order in which it asks. */
export function QuestionsPage() {
  const { questions, archived, canEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [search] = useSearchParams()
  const done = doings.find((doing) => doing === search.get('done'))
  return (
    <div className="stack sections">
      <div className="row between">
        <h1>{t('questions:desk.title')}</h1>
        {canEdit && (
          <Link className="button" to="new">
            {t('questions:desk.add')}
          </Link>
        )}
      </div>
      {done && !answer && <Notice kind="success">{t(`questions:done.${done}`)}</Notice>}
      {answer && <Notice kind="error">{t(`questions:refused.${answer.refused}`)}</Notice>}
      {questions.length === 0 ? (
        <p className="card empty">{t('questions:desk.none')}</p>
      ) : (
        <>
          <p className="row between">
            <span className="muted">{t('questions:desk.hint')}</span>
            <a className="target" href="questions/preview" target="_blank" rel="noreferrer">
              {t('questions:desk.preview')}
            </a>
          </p>
          <ol className="card plain-list rows">
            {questions.map((question, index) => (
              <li key={question.id}>
                <Row question={question} index={index} />
              </li>
            ))}
          </ol>
        </>
      )}
      {archived.length > 0 && <Archived />}
      {canEdit && <CopyForm />}
    </div>
  )
}

function Row({ question, index }: { question: Listed; index: number }) {
  const { questions, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const name = localize(question.label, language)
  return (
    <div className="row between part-row">
      <div className="tight">
        <p className="row tags">
          <span className="strong">
            <LocalizedText text={question.label} language={language} />
          </span>
          <Tags question={question} />
        </p>
        <p className="muted small">
          {t(`questions:kind.${question.kind}`)} · <Asked question={question} />
        </p>
        <Depends question={question} />
        <Answered question={question} />
      </div>
      {canEdit && (
        <div className="row">
          <OrderButtons
            name="question"
            value={question.id}
            up={t('questions:desk.up', { name })}
            down={t('questions:desk.down', { name })}
            isFirst={index === 0}
            isLast={index === questions.length - 1}
          />
          <Link
            className="button quiet"
            to={question.id}
            aria-label={t('questions:desk.editNamed', { name })}
          >
            {t('common:edit')}
          </Link>
        </div>
      )}
    </div>
  )
}

function Tags({ question }: { question: Listed }) {
  const { languages } = useLoaderData<typeof loader>()
  const t = useText()
  const texts = [
    question.label,
    ...question.options.filter(({ isOffered }) => isOffered).map(({ text }) => text),
  ]
  const missing = [...new Set(texts.flatMap((text) => missingLanguages(text, languages)))]
  return (
    <>
      {question.isRequired && <span className="tag">{t('questions:required.tag')}</span>}
      {question.isSensitive && <span className="tag sun">{t('questions:sensitive.tag')}</span>}
      <MissingIn languages={missing} />
    </>
  )
}

/** Who is asked, and about what. */
function Asked({ question }: { question: Listed }) {
  const { parts } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const part = parts.find(({ id }) => id === question.partId)
  return (
    <>
      {t(`questions:audience.${question.audience}`)}
      {part && (
        <>
          {' · '}
          <LocalizedText text={part.name} language={language} />
        </>
      )}
    </>
  )
}

function Depends({ question }: { question: Listed }) {
  const { questions } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const cause = questions.find(({ id }) => id === question.condition?.questionId)
  if (!cause) return null
  return (
    <p className="muted small">
      {t('questions:desk.depends', { question: localize(cause.label, language) })}
    </p>
  )
}

function Answered({ question }: { question: Listed }) {
  const t = useText()
  const language = useLanguage()
  if (!question.answered) return null
  return (
    <p className="small">
      <Link
        className="target"
        to={`${question.id}/answers`}
        aria-label={`${localize(question.label, language)}: ${t('questions:desk.answered', { count: question.answered })}`}
      >
        {t('questions:desk.answered', { count: question.answered })}
      </Link>
    </p>
  )
}

function Archived() {
  const { archived, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="archived">
      <h2 id="archived">{t('questions:desk.archived')}</h2>
      <p className="muted">{t('questions:desk.archivedHint')}</p>
      <ul className="card plain-list rows">
        {archived.map((question) => (
          <li key={question.id} className="row between">
            <div className="tight">
              <p>
                <LocalizedText text={question.label} language={language} />
              </p>
              <Answered question={question} />
            </div>
            {canEdit && (
              <Form method="post">
                <input type="hidden" name="question" value={question.id} />
                <button
                  type="submit"
                  className="button quiet"
                  name="intent"
                  value="restore"
                  aria-label={t('questions:desk.restoreNamed', { name: localize(question.label, language) })}
                >
                  {t('questions:desk.restore')}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
