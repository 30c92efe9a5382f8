import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatNumber, formatPartialDate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import type { action, loader } from './route.tsx'

export function ProgrammesPage() {
  const { programmes, canEdit, isNew, isRemoved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('programmes:title')}</h1>
        {canEdit && !isNew && (
          <Link className="button" to="?programme=new#programme">
            {t('programmes:add')}
          </Link>
        )}
      </div>
      {isRemoved && <Notice kind="success">{t('programmes:done.removed')}</Notice>}
      <p className="muted">{t('programmes:lead')}</p>
      {canEdit && (
        <ul className="plain-list">
          <li>
            <Link className="target" to="/desk/programmes/imports">
              {t('sheets:programmes.link')}
            </Link>
          </li>
          <li>
            <Link className="target" to="/desk/activities">
              {t('sheets:activities.link')}
            </Link>
          </li>
        </ul>
      )}
      {programmes.length === 0 && !isNew && <p className="card empty">{t('programmes:none')}</p>}
      {programmes.length > 0 && (
        <ul className="card plain-list rows">
          {programmes.map((programme) => (
            <li key={programme.id}>
              <ProgrammeRow programme={programme} />
            </li>
          ))}
        </ul>
      )}
      {isNew && (
        <div className="card" id="programme">
          <ProgrammeForm lastResult={answer?.result} cancel="?" />
        </div>
      )}
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['programmes'][number]

function ProgrammeRow({ programme }: { programme: Row }) {
  const t = useText()
  const language = useLanguage()
  const { id, name, acronym, donors, since, indicators } = programme
  return (
    <div className="tight">
      <p>
        <Link className="strong target" to={`/desk/programmes/${id}`}>
          <LocalizedText text={name} language={language} />
        </Link>{' '}
        <LocalizedText text={acronym} language={language} />
      </p>
      <p className="muted small">
        {since && (
          <span className="apart">{t('programmes:since', { date: formatPartialDate(since, language) })}</span>
        )}
        {localize(donors, language) && (
          <span className="apart">
            <LocalizedText text={donors} language={language} />
          </span>
        )}
        <span className="apart">
          {t('programmes:count', { count: indicators, number: formatNumber(indicators, language) })}
        </span>
      </p>
    </div>
  )
}
