import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { governorateName } from '#app/exhibition/governorates.ts'
import { Origin } from '#app/exhibition/programmes/origin.tsx'
import { useNumbers } from '#app/exhibition/programmes/use-numbers.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { IndicatorForm } from '../desk.programme/indicator-form.tsx'
import { RemovePiece } from '../desk.programme/piece-buttons.tsx'
import { ResultForm } from './result-form.tsx'
import type { action, loader } from './route.tsx'

export type Result = ReturnType<typeof useLoaderData<typeof loader>>['indicator']['results'][number]

const doings = ['added', 'saved', 'removed'] as const

export function IndicatorPage() {
  const { programme, indicator, done } = useLoaderData<typeof loader>()
  const isAnswered = useActionData<typeof action>() !== undefined
  const t = useText()
  const language = useLanguage()
  const doing = doings.find((one) => one === done)
  return (
    <div className="stack">
      <p>
        <Link className="more" to={`/desk/programmes/${programme.id}`}>
          {t('programmes:toProgramme')}
        </Link>
      </p>
      <h1>
        <LocalizedText text={indicator.name} language={language} />
      </h1>
      {doing && !isAnswered && <Notice kind="success">{t(`programmes:done.${doing}`)}</Notice>}
      <Facts />
      <Results />
    </div>
  )
}

function Facts() {
  const { programme, indicator, open, canEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const component = programme.components.find(({ id }) => id === indicator.componentId)
  if (open.open === 'facts')
    return (
      <section className="card stack">
        <IndicatorForm
          indicator={indicator}
          components={programme.components}
          lastResult={answer?.of === 'indicator' ? answer.result : undefined}
        />
        <RemovePiece kind="indicator" id={indicator.id} />
      </section>
    )
  return (
    <div className="row between">
      <p className="muted">
        <span className="apart">
          <LocalizedText text={programme.name} language={language} />
        </span>
        <span className="apart">
          {component ? (
            <LocalizedText text={component.name} language={language} />
          ) : (
            t('programmes:component.all')
          )}
        </span>
      </p>
      {canEdit && (
        <Link className="button quiet" to="?open=facts">
          {t('common:edit')}
        </Link>
      )}
    </div>
  )
}

function Results() {
  const { indicator, open, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="results">
      <div className="row between">
        <h2 id="results">{t('programmes:indicator.title')}</h2>
        {canEdit && open.result !== 'new' && (
          <Link className="button" to="?result=new#results">
            {t('programmes:result.add')}
          </Link>
        )}
      </div>
      {indicator.results.length === 0 && open.result !== 'new' && (
        <p className="muted">{t('programmes:result.none')}</p>
      )}
      {open.result === 'new' && <ResultForm />}
      <ul className="plain-list rows">
        {indicator.results.map((result) => (
          <li key={result.id}>
            {result.id === open.result ? <ResultForm of={result} /> : <ResultRow result={result} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ResultRow({ result }: { result: Result }) {
  const { programme, indicator, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { said, number } = useNumbers()
  const phase = programme.phases.find(({ id }) => id === result.phaseId)
  return (
    <div className="row between part-row">
      <div className="tight">
        <p>
          <bdi className="strong">{said(result)}</bdi>{' '}
          <LocalizedText text={indicator.unit} language={language} />
        </p>
        <p className="small">
          <span className="apart">
            {phase ? <LocalizedText text={phase.name} language={language} /> : t('programmes:phase.all')}
          </span>
          <span className="apart">
            {result.pcode ? governorateName(result.pcode, language) : t('programmes:result.everywhere')}
          </span>
          {result.target !== null && (
            <span className="apart">
              {t('programmes:field.target')}: <bdi>{number(result.target)}</bdi>
            </span>
          )}
        </p>
        <Origin of={result} />
      </div>
      {canEdit && (
        <Link
          className="button quiet"
          to={`?result=${result.id}#results`}
          aria-label={`${t('common:edit')}: ${said(result)}`}
        >
          {t('common:edit')}
        </Link>
      )}
    </div>
  )
}
