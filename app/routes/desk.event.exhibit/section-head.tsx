import { Link, useLoaderData } from '@remix-run/react'
import type { loader } from './route.tsx'

/** A card's heading with the way into its form. While one stands open there is no other: leaving it would lose its text. */
export function SectionHead({
  id,
  title,
  to,
  label,
}: {
  id: string
  title: string
  to: string
  label: string
}) {
  const { open } = useLoaderData<typeof loader>()
  return (
    <div className="row between">
      <h2 id={id}>{title}</h2>
      {!open.isWriting && (
        <Link className="button quiet" to={`${to}#${id}`} aria-label={`${label}: ${title}`}>
          {label}
        </Link>
      )}
    </div>
  )
}
