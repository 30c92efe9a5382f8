import { Link } from '@remix-run/react'
import { useEditor } from './editor.ts'

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
  const { open } = useEditor()
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
