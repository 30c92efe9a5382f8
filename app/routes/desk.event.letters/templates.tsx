import { Form, Link, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { NewId } from '#app/ui/new-id.tsx'
import type { loader } from './route.tsx'

/** From which texts letters of this event are written. The office's are copied before they are changed for one event. */
export function Templates() {
  const { templates, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="templates">
      <h2 id="templates">{t('letters:templates.title')}</h2>
      <ul className="plain-list rows">
        {templates.map(({ id, kind, name, isEvents }) => (
          <li key={id} className="row between">
            <span>
              {isEvents && canEdit ? (
                <Link to={`templates/${id}`}>
                  <bdi className="wraps">{name}</bdi>
                </Link>
              ) : (
                <bdi className="wraps strong">{name}</bdi>
              )}{' '}
              <span className="tag quiet">
                {isEvents ? t(`letters:kind.${kind}`) : t('letters:templates.offices')}
              </span>
            </span>
            {canEdit && (
              <Form method="post">
                <NewId />
                <button type="submit" className="button quiet" name="from" value={id}>
                  {isEvents ? t('letters:templates.copy') : t('letters:templates.forEvent')}
                  <span className="visually-hidden"> {name}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
