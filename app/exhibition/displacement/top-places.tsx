import { formatNumber } from '../../i18n/format.ts'
import { direction } from '../../i18n/languages.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { governorateName } from '../governorates.ts'
import { SourceLine } from './source-line.tsx'
import type { DisplacementView } from './view.server.ts'
import { formatShare } from './words.ts'

type Given = { view: DisplacementView; exhibition: string; most?: number }

/** The governorates with most people, as bars with their numbers. */
export function TopPlaces({ view, exhibition, most = 6 }: Given) {
  const t = useText()
  const language = useLanguage()
  const shown = view.places.filter(({ value }) => value !== null).slice(0, most)
  const highest = shown[0]?.value ?? 0
  return (
    <>
      <ol className="plain-list bars">
        {shown.map(({ pcode, value, share, isSum }) => (
          <li key={pcode}>
            <a href={`${exhibition}/map/${pcode}`}>{governorateName(pcode, language)}</a>
            <span className="bar-number">
              <bdi>{formatNumber(value ?? 0, language)}</bdi>
              {isSum && '*'}
              {share !== null && (
                <small className="muted">
                  {' '}
                  {t('displacement:top.share', { share: formatShare(share, language) })}
                </small>
              )}
            </span>
            <Bar share={highest ? (value ?? 0) / highest : 0} />
          </li>
        ))}
      </ol>
      <SourceLine dataset={view.dataset} round={view.now} />
    </>
  )
}

/** It says nothing that does not stand beside it as a number. */
function Bar({ share }: { share: number }) {
  const width = Math.round(share * 1000) / 10
  const isMirrored = direction(useLanguage()) === 'rtl'
  return (
    <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect x={isMirrored ? 100 - width : 0} width={width} height="4" />
    </svg>
  )
}
