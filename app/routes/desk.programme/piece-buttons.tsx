import { Link } from '@remix-run/react'
import type { Piece } from '#app/exhibition/programmes/structure.server.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'

/** The end of the form of a phase, component or indicator. */
export function PieceButtons({ kind, id }: { kind: Piece; id: string | undefined }) {
  const t = useText()
  return (
    <p className="row">
      <input type="hidden" name={kind} value={id ?? ''} />
      <button type="submit" className="button" name="intent" value="savePiece">
        {t(`programmes:${kind}.save`)}
      </button>
      <Link className="button quiet" to="?">
        {t('common:cancel')}
      </Link>
    </p>
  )
}

/** And below it, what takes it away. */
export function RemovePiece({ kind, id }: { kind: Piece; id: string | undefined }) {
  const t = useText()
  if (!id) return null
  return (
    <Confirm
      intent="removePiece"
      title={t(`programmes:${kind}.remove`)}
      effect={t(`programmes:${kind}.removeHint`)}
    >
      <input type="hidden" name={kind} value={id} />
    </Confirm>
  )
}
