import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { headlines } from '#app/exhibition/programmes/compare.ts'
import { useNumbers } from '#app/exhibition/programmes/use-numbers.ts'
import { formatPartialDate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { IndicatorForm } from './indicator-form.tsx'
import type { Programme } from './programme-page.tsx'
import type { action, loader } from './route.tsx'
import { Section } from './section.tsx'

type Indicator = Programme['indicators'][number]

/** What is counted, each with its last result; the whole of it has a page of its own. */
export function Indicators() {
  const { programme } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const result = answer?.of === 'indicator' ? answer.result : undefined
  const home = `/desk/programmes/${programme.id}/indicators`
  return (
    <Section
      kind="indicator"
      rows={programme.indicators}
      to={({ id }: Indicator) => `${home}/${id}`}
      form={() => <IndicatorForm components={programme.components} lastResult={result} />}
    >
      {(indicator) => <Row indicator={indicator} to={`${home}/${indicator.id}`} />}
    </Section>
  )
}

function Row({ indicator, to }: { indicator: Indicator; to: string }) {
  const { programme } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { said } = useNumbers()
  const last = headlines(indicator).at(-1) ?? indicator.results.at(-1)
  const component = programme.components.find(({ id }) => id === indicator.componentId)
  return (
    <>
      <p>
        <Link className="target strong" to={to}>
          <LocalizedText text={indicator.name} language={language} />
        </Link>
      </p>
      <p className="muted small">
        <span className="apart">
          {component ? (
            <LocalizedText text={component.name} language={language} />
          ) : (
            t('programmes:component.all')
          )}
        </span>
        {last ? (
          <span className="apart">
            <bdi>{said(last)}</bdi> <LocalizedText text={indicator.unit} language={language} /> (
            {t('programmes:site.asOf', { date: formatPartialDate(last.asOf, language) })})
          </span>
        ) : (
          <span className="apart">{t('programmes:indicator.noResult')}</span>
        )}
      </p>
    </>
  )
}
