import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

/**
 * Two buttons that move something one place in its list; they send `intent` `up` or `down` and, under `name`, the id of
 * what moves. At an end of the list the button is there but sleeps; what cannot move at all has none.
 */
export function OrderButtons({
  name,
  value,
  up,
  down,
  isFirst,
  isLast,
  action,
  children,
}: {
  name: string
  value: string
  up: string
  down: string
  isFirst: boolean
  isLast: boolean
  /** Where to send it, if not to this page as it is. */
  action?: string
  /** Hidden fields that say more. */
  children?: ReactNode
}) {
  if (isFirst && isLast) return null
  return (
    <Form method="post" action={action} preventScrollReset className="row order">
      <input type="hidden" name={name} value={value} />
      {children}
      <button
        type="submit"
        name="intent"
        value="up"
        className="button quiet"
        disabled={isFirst}
        aria-label={up}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 14V3M3 8l5-5 5 5" />
        </svg>
      </button>
      <button
        type="submit"
        name="intent"
        value="down"
        className="button quiet"
        disabled={isLast}
        aria-label={down}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2v11M3 8l5 5 5-5" />
        </svg>
      </button>
    </Form>
  )
}
