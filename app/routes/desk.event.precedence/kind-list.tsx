import { useText } from '#app/i18n/use-text.ts'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import type { OrganisationKind } from '#db/schema/directory.server.ts'

/** Kinds of organisation as they go before one another, each with what moves it. */
export function KindList({ kinds }: { kinds: readonly OrganisationKind[] }) {
  const t = useText()
  return (
    <ol className="plain-list rows">
      {kinds.map((kind, index) => {
        const name = t(`guests:kind.${kind}`)
        return (
          <li key={kind} className="row between">
            <span>{name}</span>
            <OrderButtons
              name="kind"
              value={kind}
              up={t('participants:precedence.up', { name })}
              down={t('participants:precedence.down', { name })}
              isFirst={index === 0}
              isLast={index === kinds.length - 1}
            />
          </li>
        )
      })}
    </ol>
  )
}
