import { useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The way to the gate's form, with what is still wanted of whom this link speaks for. */
export function GateNotice() {
  const { gate, page, path } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!gate) return null
  const wanting = gate.people.filter(({ state }) => state !== 'complete')
  const [person] = wanting.length ? wanting : gate.people
  const state = person?.state ?? 'missing'
  const date = formatInstant(gate.dueAt, 'dayAndTime', language, page.event.zone)
  const others = wanting.length
    ? t('clearance:notice.others', { count: wanting.length, date })
    : t('clearance:notice.allThere')
  const said = person?.filler === 'institution' ? others : t(`clearance:notice.${state}`, { date })
  const to = `${path}/clearance?${new URLSearchParams({ lang: language, person: person?.id ?? '' })}`
  return (
    <section className="card stack" aria-labelledby="gate">
      <h2 id="gate">{t('clearance:notice.title')}</h2>
      <p>{said}</p>
      <p>
        <a className={wanting.length ? 'button' : 'button quiet'} href={to}>
          {wanting.length ? t('clearance:notice.fill') : t('clearance:notice.look')}
        </a>
      </p>
    </section>
  )
}
