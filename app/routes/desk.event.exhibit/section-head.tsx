import { Link } from '@remix-run/react'

/** A card's heading with the way into its form. */
export function SectionHead({
  id,
  title,
  to,
  label,
}: {
  id: string
  title: string
  /** Left out while the form stands open. */
  to?: string
  label: string
}) {
  return (
    <div className="row between">
      <h2 id={id}>{title}</h2>
      {to && (
        <Link className="button quiet" to={`${to}#${id}`} aria-label={`${label}: ${title}`}>
          {label}
        </Link>
      )}
    </div>
  )
}
