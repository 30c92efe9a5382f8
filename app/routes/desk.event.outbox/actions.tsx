import { Form, type useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { mayDo, movable, type OutboxAction, outboxActions } from '#app/mail/rules.ts'
import type { MessageState } from '#db/schema/mail.server.ts'
import type { loader } from './route.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

const gentle = outboxActions.filter((action) => action !== 'withdraw')

/** Buttons for everything that the list's filter shows, on all its pages; each names its number. */
export function AllActions({ page: { counts, asked } }: { page: Data }) {
  const t = useText()
  const language = useLanguage()
  const here = { ...counts }
  if (asked.state)
    for (const state of Object.keys(here) as MessageState[]) if (state !== asked.state) here[state] = 0
  const text = (action: OutboxAction) => {
    const count = movable(action, here)
    return t(`mail:outbox.${action}All`, { count, number: formatNumber(count, language) })
  }
  // Among all messages only sending is offered; the rest is decided state by state.
  const offered = gentle.filter((action) => movable(action, here) > 0 && (asked.state || action === 'queue'))
  const canWithdraw = asked.state && movable('withdraw', here) > 0
  if (!offered.length && !canWithdraw) return null
  return (
    <Form method="post" className="row">
      <input type="hidden" name="which" value="all" />
      {offered.map((action) => (
        <button
          key={action}
          type="submit"
          className={action === 'queue' || action === 'retry' ? 'button' : 'button quiet'}
          name="intent"
          value={action}
        >
          {text(action)}
        </button>
      ))}
      {canWithdraw && <Withdraw label={text('withdraw')} />}
    </Form>
  )
}

/** Buttons for the ticked messages of one page: those that at least one of them allows. */
export function ChosenActions({ states }: { states: readonly MessageState[] }) {
  const t = useText()
  const possible = (action: OutboxAction) => states.some((state) => mayDo(action, state))
  const offered = gentle.filter(possible)
  if (!offered.length && !possible('withdraw')) return null
  return (
    <fieldset className="field chosen">
      <legend>{t('mail:outbox.chosen')}</legend>
      <div className="row">
        {offered.map((action) => (
          <button key={action} type="submit" className="button quiet" name="intent" value={action}>
            {t(`mail:outbox.${action}`)}
          </button>
        ))}
        {possible('withdraw') && <Withdraw label={t('mail:outbox.withdraw')} />}
      </div>
    </fieldset>
  )
}

/** Withdrawing cannot be undone, so it takes a second step, with or without script. */
export function Withdraw({ label }: { label: string }) {
  const t = useText()
  return (
    <details className="confirm">
      <summary>{t('mail:outbox.withdrawTitle')}</summary>
      <div className="row">
        <p>{t('mail:outbox.withdrawHint')}</p>
        <button type="submit" className="button danger" name="intent" value="withdraw">
          {label}
        </button>
      </div>
    </details>
  )
}
