import { Link } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { useEditor, useIsLocked } from './editor.ts'

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
  const isLocked = useIsLocked(id)
  const t = useText()
  return (
    <div className="row between">
      <h2 id={id}>{title}</h2>
      {isLocked && <span className="tag quiet">{t('team:locks.tag')}</span>}
      {!open.isWriting && !isLocked && (
        <Link className="button quiet" to={`${to}#${id}`} aria-label={`${label}: ${title}`}>
          {label}
        </Link>
      )}
    </div>
  )
}
