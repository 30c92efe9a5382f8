import { Link } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'
import { By } from './by.tsx'
import type { Of } from './chapters.server.ts'

/* How the chapters read that other modules tell: questions, paper, mail that came in, the gate, and rights. */

export function SaidTold({ chapter: { names, said, by } }: Of<'said'>) {
  const t = useText()
  const language = useLanguage()
  const labels = (isNew: boolean) =>
    said.filter((one) => one.isNew === isNew).map(({ label }) => localize(label, language))
  const groups = [
    { key: 'answered' as const, labels: labels(true) },
    { key: 'changed' as const, labels: labels(false) },
  ].filter((group) => group.labels.length > 0)
  return groups.map((group) => (
    <p key={group.key}>
      {t(`story:said.${group.key}`)} <bdi className="wraps">{group.labels.join(' · ')}</bdi>
      <Whose names={names} /> {by && <By name={by} />}
    </p>
  ))
}

export function LetterTold({ chapter: { what, letterId, reference, by } }: Of<'letter'>) {
  const t = useText()
  return (
    <p>
      {t(`story:letter.${what}`)}{' '}
      <Link to={`../letters/${letterId}`} relative="path">
        <bdi>{reference}</bdi>
      </Link>{' '}
      {by && <By name={by} />}
    </p>
  )
}

export function InboxTold({ chapter: { id, what, state, reason, says, subject, by } }: Of<'inbox'>) {
  const t = useText()
  return (
    <>
      <p>
        {t(`story:inbox.${what}`)}{' '}
        <Link to={`../inbox/${id}`} relative="path">
          <bdi className="wraps">{subject || t(`inbox:kind.${what}`)}</bdi>
        </Link>{' '}
        <span className={state === 'waiting' ? 'tag wait' : 'tag quiet'}>{t(`inbox:state.${state}`)}</span>
      </p>
      <p className="muted small">
        {says && `${t(`inbox:says.${says}`)} · `}
        {t([`inbox:reason.${reason as 'other'}`, 'inbox:reason.other'])} {by && <By name={by} />}
      </p>
    </>
  )
}

export function GateTold({ chapter: { what, list, names, by } }: Of<'gate'>) {
  const t = useText()
  const language = useLanguage()
  return (
    <p>
      {t(`story:gate.${what}`, { list: list === null ? '–' : formatNumber(list, language) })}
      <Whose names={names} /> {by && <By name={by} />}
    </p>
  )
}

export function RightsTold({ chapter: { what, request, names, by } }: Of<'rights'>) {
  const t = useText()
  return (
    <p>
      {request ? `${t(`story:rights.${request}`)}: ${t(`story:rights.${what}`)}` : t(`story:rights.${what}`)}
      <Whose names={names} /> {by && <By name={by} />}
    </p>
  )
}

/** Of an institution's people, which one. */
function Whose({ names }: { names: PersonNames | null }) {
  const language = useLanguage()
  const name = names ? displayName(names, language) : ''
  return name ? (
    <>
      {' · '}
      <bdi className="wraps">{name}</bdi>
    </>
  ) : null
}
