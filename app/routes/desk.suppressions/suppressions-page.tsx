import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { useText } from '#app/i18n/use-text.ts'
import { suppressionReasons } from '#app/mail/suppression.ts'
import { suppressForm } from '#app/mail/suppression-forms.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { action, loader } from './route.tsx'
import { SuppressionRow } from './suppression-row.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** The addresses an office does not write to: to see, to add, to take off with a reason. */
export function SuppressionsPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const { done, q, reason } = page.asked
  return (
    <div className="stack">
      <h1>{t('sending:list.title')}</h1>
      <p className="muted">
        {t('sending:list.intro')} {t('sending:list.rule')}
      </p>
      {done && !answer && <Notice kind="success">{t(`sending:list.done.${done}`)}</Notice>}
      <Filters page={page} />
      {page.rows.length ? (
        <ul className="plain-list card rows">
          {page.rows.map((row) => (
            <SuppressionRow key={row.id} row={row} zone={page.zone} />
          ))}
        </ul>
      ) : (
        <p className="card empty">
          {q || reason ? (
            <>
              {t('sending:list.emptyHere')} <Link to="?">{t('sending:list.showAll')}</Link>
            </>
          ) : (
            t('sending:list.empty')
          )}
        </p>
      )}
      <Pager
        label={t('sending:list.pages')}
        page={page.asked.page}
        pages={page.pages}
        to={(number) => addressOf({ q, reason, page: String(number) })}
      />
      <AddForm key={done} />
    </div>
  )
}

function addressOf(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `?${new URLSearchParams(given)}`
}

function Filters({ page: { asked } }: { page: Data }) {
  const t = useText()
  const { q, reason: current } = asked
  const here = (isHere: boolean) => (isHere ? ('page' as const) : undefined)
  return (
    <>
      <Form method="get" className="row search-row" role="search">
        {current && <input type="hidden" name="reason" value={current} />}
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t('sending:list.search')}
          placeholder={t('sending:list.search')}
        />
        <button type="submit" className="button quiet">
          {t('common:search')}
        </button>
      </Form>
      <nav className="filters" aria-label={t('sending:list.filters')}>
        <Link to={addressOf({ q })} aria-current={here(!current)}>
          {t('sending:list.all')}
        </Link>
        {suppressionReasons.map((reason) => (
          <Link key={reason} to={addressOf({ q, reason })} aria-current={here(reason === current)}>
            {t(`sending:reason.${reason}`)}
          </Link>
        ))}
      </nav>
    </>
  )
}

function AddForm() {
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof suppressForm>>({
    id: 'suppress',
    lastResult: answer && 'result' in answer ? answer.result : undefined,
    constraint: getZodConstraint(suppressForm),
  })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <h2>{t('sending:list.add')}</h2>
      <FormErrors form={form} />
      <TextField meta={fields.address} label={t('sending:list.address')} type="email" />
      <TextField meta={fields.note} label={t('sending:list.note')} hint={t('sending:list.noteHint')} />
      <p>
        <button type="submit" name="intent" value="add" className="button">
          {t('sending:list.addAct')}
        </button>
      </p>
    </Form>
  )
}
