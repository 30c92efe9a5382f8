import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

/** An act that destroys names its effect before it can be done; no script is needed for that. */
export function Confirm({
  intent,
  title,
  label,
  effect,
  act = title,
  children,
}: {
  intent: string
  title: string
  /** Where many stand in a list: the title with a name in it, for those who only hear it. */
  label?: string
  effect: string
  act?: string
  /** Hidden fields that say to what it is done. */
  children?: ReactNode
}) {
  return (
    <details className="confirm">
      <summary aria-label={label}>{title}</summary>
      <Form method="post" className="stack">
        <p>{effect}</p>
        {children}
        <p>
          <button type="submit" className="button danger" name="intent" value={intent}>
            {act}
          </button>
        </p>
      </Form>
    </details>
  )
}
