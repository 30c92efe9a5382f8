import { Fragment, type ReactNode } from 'react'
import { comma } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Area } from './area.ts'
import { type Place, undrawn } from './places.ts'

type Given = { places: readonly Place[]; areas?: readonly Area[]; children?: ReactNode }

/** What stands below every map: what is not drawn on it, how it was counted (`children`), and whose outlines they are. */
export function MapFoot({ places, areas, children }: Given) {
  const t = useText()
  const language = useLanguage()
  const missing = undrawn(places, areas)
  return (
    <div className="small muted map-foot tight">
      {missing.length > 0 && (
        <p>
          {t('map:drawing.undrawn')}{' '}
          {missing.map(({ pcode, name, said, href }, index) => (
            <Fragment key={pcode}>
              {index > 0 && comma(language)}
              <a href={href}>{name}</a> ({said})
            </Fragment>
          ))}
        </p>
      )}
      {children && <p>{children}</p>}
      <p>
        {t('map:drawing.neutral')} {t('map:drawing.source')}
      </p>
    </div>
  )
}
