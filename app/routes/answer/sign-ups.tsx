import { useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, formatList, formatNumber, formatTimeRange } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

/** What a guest who comes may sign up for beside: one button each, what is taken, and what lies at the same time. */
export function SignUps() {
  const { signUps } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  if (signUps.length === 0) return null
  return (
    <section className="card stack" id="sign-ups" aria-labelledby="sign-ups-title">
      <h2 id="sign-ups-title">{t('speakers:signUps.title')}</h2>
      <p className="muted">{t('speakers:signUps.hint')}</p>
      {came?.intent === 'signUp' && (
        <Notice kind="error">
          {t((came.result.error?.['']?.[0] ?? 'errors:broken') as 'errors:broken')}
        </Notice>
      )}
      <ul className="plain-list rows">
        {signUps.map((item) => (
          <OneItem key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['signUps'][number]

function OneItem({ item }: { item: Item }) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { zone } = page.event
  return (
    <li className="stack">
      <div className="tight">
        <p className="strong">
          <LocalizedText text={item.title} language={language} />
        </p>
        <p className="muted small">
          {formatInstant(item.startsAt, 'shortDay', language, zone)},{' '}
          <bdi>{formatTimeRange(item.startsAt, item.endsAt, language, zone)}</bdi>
          {item.room && (
            <>
              {' · '}
              <LocalizedText text={item.room} language={language} />
            </>
          )}
        </p>
        <Standing item={item} />
        {item.clashes.length > 0 && item.isOpen && (
          <p className="small">
            <span className="tag wait">{t('speakers:signUps.clash')}</span>{' '}
            {t('speakers:signUps.clashWith', {
              titles: formatList(
                item.clashes.map((title) => localize(title, language)),
                language,
              ),
            })}
          </p>
        )}
      </div>
      <Act item={item} />
    </li>
  )
}

function Standing({ item }: { item: Item }) {
  const t = useText()
  const language = useLanguage()
  if (item.mine === 'seated') return <p className="tag yes">{t('speakers:signUps.mine')}</p>
  if (item.mine === 'waiting')
    return (
      <p className="tag wait">
        {t('speakers:signUps.place', { number: formatNumber(item.place ?? 1, language) })}
      </p>
    )
  if (item.free === null) return null
  return (
    <p className="small">
      {item.free > 0
        ? t('speakers:signUps.free', { count: item.free, number: formatNumber(item.free, language) })
        : t('speakers:signUps.full')}
    </p>
  )
}

function Act({ item }: { item: Item }) {
  const { path } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!item.isOpen) return <p className="muted small">{t('speakers:signUps.closed')}</p>
  const name = localize(item.title, language)
  return (
    <form method="post" action={`${path}?lang=${language}#sign-ups`}>
      <input type="hidden" name="item" value={item.id} />
      {item.mine ? (
        <button
          type="submit"
          className="button quiet"
          name="intent"
          value="giveUp"
          aria-label={`${t('speakers:signUps.giveUp')}: ${name}`}
        >
          {t('speakers:signUps.giveUp')}
        </button>
      ) : (
        <button
          type="submit"
          className="button"
          name="intent"
          value="signUp"
          aria-label={`${t(item.free === 0 ? 'speakers:signUps.wait' : 'speakers:signUps.signUp')}: ${name}`}
        >
          {t(item.free === 0 ? 'speakers:signUps.wait' : 'speakers:signUps.signUp')}
        </button>
      )}
    </form>
  )
}
