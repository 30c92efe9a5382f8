import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatPartialDate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ProgrammeForm } from '../desk.programmes/programme-form.tsx'
import { Components } from './components.tsx'
import { Indicators } from './indicators.tsx'
import { Phases } from './phases.tsx'
import type { action, loader } from './route.tsx'

export type Programme = ReturnType<typeof useLoaderData<typeof loader>>['programme']

const doings = ['added', 'saved', 'removed'] as const

export function ProgrammePage() {
  const { programme, done } = useLoaderData<typeof loader>()
  const isAnswered = useActionData<typeof action>() !== undefined
  const t = useText()
  const language = useLanguage()
  const doing = doings.find((one) => one === done)
  return (
    <div className="stack">
      <p>
        <Link className="more" to="/desk/programmes">
          {t('programmes:back')}
        </Link>
      </p>
      <h1>
        <LocalizedText text={programme.name} language={language} />
      </h1>
      {doing && !isAnswered && <Notice kind="success">{t(`programmes:done.${doing}`)}</Notice>}
      <Facts />
      <Indicators />
      <Phases />
      <Components />
      <Remove />
    </div>
  )
}

function Facts() {
  const { programme, open, canEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const isOpen = open.open === 'facts'
  return (
    <section className="card stack" aria-labelledby="facts">
      <div className="row between">
        <h2 id="facts">{t('programmes:facts.title')}</h2>
        {canEdit && !isOpen && (
          <Link className="button quiet" to="?open=facts#facts">
            {t('common:edit')}
          </Link>
        )}
      </div>
      {isOpen ? (
        <ProgrammeForm
          programme={programme}
          lastResult={answer?.of === 'facts' ? answer.result : undefined}
          cancel="?"
        />
      ) : (
        <>
          <p className="muted">
            {(['acronym', 'donors'] as const)
              .filter((name) => localize(programme[name], language))
              .map((name) => (
                <span key={name} className="block">
                  {t(`programmes:field.${name}`)}:{' '}
                  <LocalizedText text={programme[name]} language={language} />
                </span>
              ))}
            {programme.since && (
              <span className="block">
                {t('programmes:since', { date: formatPartialDate(programme.since, language) })}
              </span>
            )}
          </p>
          <Markdown text={programme.description} language={language} />
        </>
      )}
    </section>
  )
}

function Remove() {
  const { canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  if (!canEdit) return null
  return (
    <Confirm intent="remove" title={t('programmes:facts.remove')} effect={t('programmes:facts.removeHint')} />
  )
}
