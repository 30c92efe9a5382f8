import { Link } from '@remix-run/react'
import { formatPartialDate } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { LetterState } from '#app/letters/rules.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

const looks: Record<LetterState, string> = {
  open: 'wait',
  signed: '',
  answered: 'yes',
  void: 'no',
  incoming: 'sun',
}

/** Where a letter stands, in word and colour. */
export function LetterStateTag({ state }: { state: LetterState }) {
  const t = useText()
  return <span className={`tag ${looks[state]}`}>{t(`letters:state.${state}`)}</span>
}

export type LetterLine = {
  id: string
  way: 'out' | 'in'
  reference: string
  theirReference: string
  datedOn: string
  correspondent: Localized
  subject: Localized
  state: LetterState
}

/** One letter of the register: its number, whom it concerns, what it says, how it stands. */
export function LetterRow({
  row,
  home,
  scan = null,
}: {
  row: LetterLine
  home: string
  /** Where its scan is, to be taken from the list itself. */
  scan?: string | null
}) {
  const t = useText()
  const language = useLanguage()
  return (
    <li>
      <div className="message-what">
        <Link to={`${home}/${row.id}`} className="strong">
          <bdi dir="ltr">{row.reference}</bdi>
        </Link>{' '}
        <span>
          {row.way === 'out' ? t('letters:register.to') : t('letters:register.from')}{' '}
          <bdi className="wraps">
            <LocalizedText text={row.correspondent} language={language} />
          </bdi>
        </span>
        <p className="small muted">
          <LocalizedText text={row.subject} language={language} />
          {row.theirReference && (
            <>
              {' · '}
              {t('letters:letter.theirReference')} <bdi>{row.theirReference}</bdi>
            </>
          )}
        </p>
      </div>
      <p className="message-how small">
        <LetterStateTag state={row.state} />
        {scan && <a href={scan}>{t('letters:letter.scan')}</a>}
        <span className="muted">
          <bdi>{formatPartialDate(row.datedOn, language)}</bdi>
        </span>
      </p>
    </li>
  )
}
