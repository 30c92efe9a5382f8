import { useLoaderData } from '@remix-run/react'
import type { SheetReport } from '#app/exhibition/sheets/plan.ts'
import { noteText, oddityText } from '#app/exhibition/sheets/report-text.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

export function Counts({ counts }: { counts: SheetReport['counts'] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list figures-row">
      {(['new', 'update', 'same', 'leave'] as const).map((outcome) => (
        <li key={outcome} className="figure">
          <b>{formatNumber(counts[outcome], language)}</b>
          <small>{t(`imports:count.${outcome}`)}</small>
        </li>
      ))}
    </ul>
  )
}

/** What the sheet brings, and what a person should look at. */
export function Notes({ of }: { of: SheetReport['notes'] }) {
  const t = useText()
  const language = useLanguage()
  if (!of.length) return null
  return (
    <section className="card stack" aria-labelledby="notes">
      <h2 id="notes">{t('sheets:note.title')}</h2>
      <ul className="plain-list rows">
        {of.map((note) => (
          <li key={JSON.stringify(note)} className="wraps">
            {noteText(note, { t, language })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is odd about the columns. */
export function Oddities({ of }: { of: SheetReport['oddities'] }) {
  const { columns } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!of.length) return null
  const label = (field: string) => columns.find(({ value }) => value === field)?.label ?? field
  const sentences = of.map((oddity) => oddityText(oddity, { t, language, label }))
  return (
    <Notice kind="warning">
      <ul className="plain-list">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}
