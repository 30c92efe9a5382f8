import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
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
        <ol className="plain-list rows">
          {kinds.map((kind, index) => {
            const name = t(`guests:kind.${kind}`)
            return (
              <li key={kind} className="row between">
                <span>{name}</span>
                <OrderButtons
                  name="kind"
                  value={kind}
                  up={t('participants:precedence.up', { name })}
                  down={t('participants:precedence.down', { name })}
                  isFirst={index === 0}
                  isLast={index === kinds.length - 1}
                />
              </li>
            )
          })}
        </ol>
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
