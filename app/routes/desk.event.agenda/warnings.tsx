import { Link, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['warnings'][number]

/** What an editor should look at again, each a way to its cause. Nothing of it is blocked. */
export function Warnings() {
  const { warnings } = useLoaderData<typeof loader>()
  const t = useText()
  if (warnings.length === 0) return null
  const texts = warnings.filter(({ kind }) => kind === 'textMissing')
  return (
    <section className="notice warning stack" aria-labelledby="warnings">
      <div>
        <h2 id="warnings">{t('agenda:desk.warnings')}</h2>
        <p className="small">{t('agenda:desk.warningsHint')}</p>
      </div>
      <WarningList warnings={warnings.filter(({ kind }) => kind !== 'textMissing')} />
      {texts.length > 0 && (
        <details className="disclosure">
          <summary>{t('planner:texts', { count: texts.length })}</summary>
          <WarningList warnings={texts} />
        </details>
      )}
    </section>
  )
}

function WarningList({ warnings }: { warnings: Listed[] }) {
  const { event } = useLoaderData<typeof loader>()
  if (warnings.length === 0) return null
  return (
    <ul className="plain-list rows">
      {warnings.map(({ cause, words }) => (
        <li key={cause + words}>
          <Link to={`/desk/events/${event.slug}/agenda/${cause}`}>{words}</Link>
        </li>
      ))}
    </ul>
  )
}
