import { useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { loader } from './route.tsx'
import { SaidList } from './said-list.tsx'

/** What the office has on record: each part with its status, needs, and the way into one's calendar. */
export function Recorded({ isFresh }: { isFresh: boolean }) {
  const { page, path } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const said = page.parts.filter(({ audience, status }) => audience === 'invited' || status !== 'invited')
  const open = page.parts.filter((part) => part.isOpen && part.audience === 'invited')
  const until = new Date(Math.max(0, ...open.map((part) => part.until.getTime())))
  return (
    <section className="card stack recorded" aria-labelledby="recorded" role={isFresh ? 'status' : undefined}>
      <h2 id="recorded">
        {isFresh
          ? t('answer:recorded.title')
          : page.hasAnswered
            ? t('answer:recorded.titleOnHand')
            : t('delegation:sentBy.onRecord')}
      </h2>
      <ul className="plain-list rows">
        {said.map((part) => (
          <li key={part.id} className="row between">
            <span>
              <span className="strong">
                <LocalizedText text={part.name} language={language} />
              </span>
              {part.reason && (
                <span className="hint">{t('answer:recorded.reason', { reason: part.reason })}</span>
              )}
            </span>
            <span className="row">
              <StatusTag status={part.status} />
              {part.status === 'accepted' && !page.isOrganisation && (
                <a href={`${path}/calendar.ics?part=${part.id}&lang=${language}`} className="target">
                  {t('answer:recorded.calendar')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      <NeedsLine />
      <Said />
      {isFresh && page.reader?.maskedAddress && <p className="small muted">{t('answer:recorded.mailed')}</p>}
      {open.length > 0 && (
        <p className="small muted">
          {t('answer:changeUntil', { date: formatInstant(until, 'dayAndTime', language, page.event.zone) })}
        </p>
      )}
    </section>
  )
}

function Said() {
  const { page, asking } = useLoaderData<typeof loader>()
  const [person] = asking.people
  if (page.isOrganisation || !person) return null
  return <SaidList questions={asking.questions} said={person.said} files={asking.files} />
}

function NeedsLine() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const needs = page.reader?.needs
  const said = [needs?.access, needs?.diet, needs?.listenLanguage && languageNames[needs.listenLanguage]]
  const list = said.filter(Boolean)
  if (list.length === 0) return null
  return <p className="small">{t('answer:recorded.needs', { needs: list.join(' · ') })}</p>
}
