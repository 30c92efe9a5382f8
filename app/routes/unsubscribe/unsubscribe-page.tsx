import { isRouteErrorResponse } from '@remix-run/react'
import { type Localized, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { GuestFrame } from '../answer/guest-frame.tsx'

type Page = { office: Localized; address: string; isUnsubscribed: boolean; isUndone: boolean }

/** One question, one button; and the way back. */
export function UnsubscribePage({ office, address, isUnsubscribed, isUndone }: Page) {
  const t = useText()
  const language = useLanguage()
  const name = localize(office, language)
  return (
    <GuestFrame office={office} href={(other) => `?lang=${other}`}>
      <h1>{t(isUnsubscribed ? 'sending:unsubscribe.doneTitle' : 'sending:unsubscribe.title')}</h1>
      {isUndone && !isUnsubscribed && (
        <Notice kind="success">{t('sending:unsubscribe.undone', { office: name })}</Notice>
      )}
      <div className="card stack">
        <p>
          <bdi className="strong wraps">{address}</bdi>
        </p>
        <p>{t(`sending:unsubscribe.${isUnsubscribed ? 'done' : 'question'}`, { office: name })}</p>
        <p className="muted">
          {!isUnsubscribed && t('sending:unsubscribe.what')} {t('sending:unsubscribe.stays')}
        </p>
        <form method="post">
          <button
            type="submit"
            name="intent"
            value={isUnsubscribed ? 'undo' : 'unsubscribe'}
            className={isUnsubscribed ? 'button quiet' : 'button'}
          >
            {t(isUnsubscribed ? 'sending:unsubscribe.undo' : 'sending:unsubscribe.act')}
          </button>
        </form>
      </div>
    </GuestFrame>
  )
}

/** The token was cut short on its way, or something broke. */
export function IncompleteLink({ error }: { error: unknown }) {
  const t = useText()
  const isGone = isRouteErrorResponse(error) && error.status === 404
  return (
    <GuestFrame office={null} href={(language) => `?lang=${language}`}>
      <h1>{isGone ? t('sending:unsubscribe.goneTitle') : t('errors:brokenTitle')}</h1>
      <p className="lead">{isGone ? t('sending:unsubscribe.gone') : t('errors:broken')}</p>
    </GuestFrame>
  )
}
