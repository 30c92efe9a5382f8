import { Form } from '@remix-run/react'

/** Two buttons that move one entry of a list; nothing where there is only one entry. */
export function OrderButtons({
  entry,
  intents,
  labels,
  isFirst,
  isLast,
}: {
  /** The hidden field that says which entry. */
  entry: { name: string; value: string }
  intents: { up: string; down: string }
  /** Said aloud, so each names its entry. */
  labels: { up: string; down: string }
  isFirst: boolean
  isLast: boolean
}) {
  if (isFirst && isLast) return null
  return (
    <Form method="post" className="row order">
      <input type="hidden" {...entry} />
      <button
        type="submit"
        name="intent"
        value={intents.up}
        className="button quiet"
        disabled={isFirst}
        aria-label={labels.up}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 14V3M3 8l5-5 5 5" />
        </svg>
      </button>
      <button
        type="submit"
        name="intent"
        value={intents.down}
        className="button quiet"
        disabled={isLast}
        aria-label={labels.down}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2v11M3 8l5 5 5-5" />
        </svg>
      </button>
    </Form>
  )
}
