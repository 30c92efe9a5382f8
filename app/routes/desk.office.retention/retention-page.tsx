import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { proposedRetention, type Retained, retained } from '#app/privacy/rules.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

/** How long the office keeps what, what a run would touch today, and what past runs did. */
export function RetentionPage() {
  const { done } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  return (
    <div className="stack sections narrow">
      <p>
        <Link to="/desk/office" className="target">
          {t('privacy:retention.back')}
        </Link>
      </p>
      <header className="tight">
        <h1>{t('privacy:retention.title')}</h1>
        <p className="muted">{t('privacy:retention.about')}</p>
      </header>
      {done === 'saved' && !came && <Notice kind="success">{t('privacy:retention.saved')}</Notice>}
      <Rules />
      <Runs />
    </div>
  )
}

type Typed = Partial<Record<Retained, string>>

function Rules() {
  const { retention } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const stored = Object.fromEntries(retained.map((rule) => [rule, retention[rule]?.toString() ?? '']))
  const [form, fields] = useForm<Typed>({ id: 'retention', lastResult: came?.result, defaultValue: stored })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <FormErrors form={form} />
      {retained.map((rule) => (
        <TextField
          key={rule}
          meta={fields[rule]}
          label={t(`privacy:retention.rule.${rule}`)}
          hint={`${t(`privacy:retention.hint.${rule}`)} ${t('privacy:retention.proposed', { days: formatNumber(proposedRetention[rule], language) })}`}
          type="text"
          inputMode="numeric"
          dir="ltr"
        />
      ))}
      {came?.due && <Preview due={came.due} />}
      <p className="row">
        <button type="submit" className="button quiet" name="intent" value="preview">
          {t('privacy:retention.preview')}
        </button>
        <button type="submit" className="button" name="intent" value="save">
          {t('privacy:retention.save')}
        </button>
      </p>
    </Form>
  )
}

function Preview({ due }: { due: Record<Retained, number> }) {
  const t = useText()
  return (
    <Notice kind="warning">
      <p className="strong">{t('privacy:retention.today')}</p>
      <Figures counts={due} />
    </Notice>
  )
}

function Figures({ counts }: { counts: Record<string, number> }) {
  const t = useText()
  const language = useLanguage()
  const touched = retained.filter((rule) => counts[rule])
  if (!touched.length) return <p>{t('privacy:retention.nothing')}</p>
  return (
    <ul>
      {touched.map((rule) => (
        <li key={rule}>
          {t(`privacy:retention.rule.${rule}`)}: <bdi>{formatNumber(counts[rule] ?? 0, language)}</bdi>
        </li>
      ))}
    </ul>
  )
}

function Runs() {
  const { runs, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="runs">
      <h2 id="runs">{t('privacy:retention.runs')}</h2>
      {runs.length === 0 ? (
        <p className="muted">{t('privacy:retention.noRuns')}</p>
      ) : (
        <ul className="plain-list rows">
          {runs.map(({ id, startedAt, finishedAt, counts }) => (
            <li key={id}>
              <p className="row between">
                <bdi className="strong">{formatInstant(startedAt, 'dayAndTime', language, zone)}</bdi>
                {!finishedAt && <span className="tag wait">{t('privacy:retention.underWay')}</span>}
              </p>
              <Figures counts={counts} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
