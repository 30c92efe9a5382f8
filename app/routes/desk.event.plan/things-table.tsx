import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { Thing } from '#app/exhibition/plan/step.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors } from '#app/ui/field.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { action, loader } from './route.tsx'
import { ThingsRow } from './things-row.tsx'

/** So many booths a page of the table shows. */
const boothsPerPage = 50

/** All that stands in the hall in numbers: what the drawing does, this does as well, without script. */
export function ThingsTable() {
  const { hall, things, open } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const booths = things.filter(({ kind }) => kind === 'booth')
  const pages = Math.max(1, Math.ceil(booths.length / boothsPerPage))
  const page = Math.min(open.page, pages)
  const shown = booths.slice((page - 1) * boothsPerPage, page * boothsPerPage)
  const result = answer?.intent === 'table' ? answer.result : undefined
  if (things.length === 0) return <p className="empty">{t('drawing:table.none')}</p>
  return (
    <Form
      method="post"
      action={`?hall=${hall?.id}`}
      className="stack"
      key={JSON.stringify(result?.error ?? null)}
    >
      <p className="muted">{t('drawing:table.hint')}</p>
      {result?.error && (
        <div className="notice error" role="alert">
          {result.error[''] ? (
            <FieldErrors id="table-errors" errors={result.error[''] ?? []} />
          ) : (
            t('errors:formHasErrors')
          )}
        </div>
      )}
      <input type="hidden" name="page" value={page} />
      <Rows name="booths" things={shown} />
      {page === pages && <Rows name="things" things={things.filter(({ kind }) => kind !== 'booth')} />}
      <p>
        <button type="submit" className="button" name="intent" value="table">
          {t('drawing:table.save')}
        </button>
      </p>
      <Pager
        label={t('exhibition:booths.pages')}
        page={page}
        pages={pages}
        to={(wanted) => `?hall=${hall?.id}&page=${wanted}`}
      />
    </Form>
  )
}

function Rows({ name, things }: { name: 'booths' | 'things'; things: Thing[] }) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  if (things.length === 0) return null
  const result = answer?.intent === 'table' ? answer.result : undefined
  const columns = ['x', 'y', 'width', 'depth'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone; keys must reach all of it.
    <section className="scroll" tabIndex={0} aria-label={t(`drawing:table.${name}`)}>
      <table className="plan-table">
        <thead>
          <tr>
            <th scope="col">{t(name === 'booths' ? 'exhibition:field.code' : 'drawing:field.kind')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`drawing:field.${column}`)} <span className="muted small">({t('drawing:metres')})</span>
              </th>
            ))}
            <th scope="col">{t(name === 'booths' ? 'drawing:field.category' : 'drawing:field.label')}</th>
            <th scope="col">{t(name === 'booths' ? 'plan:state.reserved' : 'drawing:remove')}</th>
          </tr>
        </thead>
        <tbody>
          {things.map((thing, at) => (
            <ThingsRow
              key={thing.id}
              thing={thing}
              name={`${name}[${at}]`}
              typed={(result?.initialValue?.[name] as Record<string, string>[] | undefined)?.[at]}
              errors={result?.error ?? {}}
              called={
                thing.kind === 'booth'
                  ? thing.code
                  : localize(thing.label, language) || t(`plan:furniture.${thing.kind}`)
              }
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
