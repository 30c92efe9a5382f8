import { Link } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'

/** What to do first in an office where nothing has happened yet. */
export function FirstSteps({ canCreate }: { canCreate: boolean }) {
  const t = useText()
  if (!canCreate) return <p className="card empty">{t('events:home.noneAssigned')}</p>
  return (
    <section className="card stack first-steps">
      <h2>{t('events:first.title')}</h2>
      <ol className="steps">
        <li>
          <p className="strong">{t('events:first.create')}</p>
          <p className="muted">{t('events:first.createHint')}</p>
        </li>
        <li>
          <p className="strong">{t('events:first.import')}</p>
          <p className="muted">{t('events:first.importHint')}</p>
        </li>
        <li>
          <p className="strong">{t('events:first.invite')}</p>
          <p className="muted">{t('events:first.inviteHint')}</p>
        </li>
      </ol>
      <p className="row">
        <Link className="button" to="/desk/events/new">
          {t('events:first.button')}
        </Link>
        <Link className="button quiet" to="/desk/imports">
          {t('events:first.importButton')}
        </Link>
      </p>
    </section>
  )
}
