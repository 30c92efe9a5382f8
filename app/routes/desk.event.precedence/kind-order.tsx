import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { KindList } from './kind-list.tsx'
import type { loader } from './route.tsx'

/** The order of kinds at this event: the office's until one of them is moved. */
export function KindOrder() {
  const { kinds, isOwn } = useLoaderData<typeof loader>()
  const t = useText()
  const [search] = useSearchParams()
  return (
    <details className="card" open={search.get('kinds') === 'open'}>
      <summary>{t('participants:precedence.kinds')}</summary>
      <div className="stack">
        <p className="muted">
          {t(isOwn ? 'participants:precedence.kindsOwn' : 'participants:precedence.kindsOffice')}
        </p>
        <KindList kinds={kinds} />
        <div className="row">
          {isOwn && (
            <Form method="post">
              <button type="submit" className="button quiet" name="intent" value="resetKinds">
                {t('participants:precedence.kindsReset')}
              </button>
            </Form>
          )}
          <Link className="target" to="/desk/office/precedence">
            {t('participants:toOffice')}
          </Link>
        </div>
      </div>
    </details>
  )
}
