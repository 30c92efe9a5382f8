import { Form, Link, useLoaderData } from '@remix-run/react'
import { speakerStates } from '#app/agenda/speakers.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { AskForm } from './ask-form.tsx'
import { ReminderForm } from './reminder-form.tsx'
import type { loader } from './route.tsx'
import { SpeakerRow } from './speaker-row.tsx'

/** Everybody who takes part in the agenda: who has still to be asked, who to answer, who comes. */
export function SpeakersPage() {
  const { all, people, page, pages, state, search, mayWrite } = useLoaderData<typeof loader>()
  const t = useText()
  const to = (next: number) =>
    `?${new URLSearchParams({ ...(state && { state }), ...(search && { search }), page: String(next) })}`
  return (
    <div className="stack sections">
      <header className="tight">
        <h1>{t('speakers:desk.title')}</h1>
        <p className="muted">{t('speakers:desk.lead')}</p>
      </header>
      <Done />
      {all === 0 ? (
        <p className="card empty">{t('speakers:desk.none')}</p>
      ) : (
        <>
          <States />
          <AskForm />
          {mayWrite && <ReminderForm />}
          {people.length === 0 && <p className="card empty">{t('speakers:desk.noneHere')}</p>}
          <ul className="plain-list rows speaker-rows">
            {people.map((person) => (
              <SpeakerRow key={person.key} person={person} />
            ))}
          </ul>
          <Pager label={t('speakers:desk.title')} page={page} pages={pages} to={to} />
        </>
      )}
    </div>
  )
}

function States() {
  const { counts, all, state, search } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack">
      <nav className="filters views" aria-label={t('speakers:desk.filter')}>
        <Link to="?" aria-current={state ? undefined : 'true'}>
          {t('speakers:desk.all')}&nbsp;<span className="count">{formatNumber(all, language)}</span>
        </Link>
        {speakerStates.map((one) => (
          <Link key={one} to={`?state=${one}`} aria-current={state === one ? 'true' : undefined}>
            {t(`speakers:state.${one}`)}&nbsp;
            <span className="count">{formatNumber(counts[one], language)}</span>
          </Link>
        ))}
      </nav>
      <Form role="search" className="row search-row">
        {state && <input type="hidden" name="state" value={state} />}
        <input
          type="search"
          name="search"
          defaultValue={search}
          dir="auto"
          aria-label={t('speakers:desk.search')}
        />
        <button type="submit" className="button quiet">
          {t('common:search')}
        </button>
      </Form>
    </div>
  )
}

function Done() {
  const { done, count, without } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const counted = (number: number) => ({ count: number, number: formatNumber(number, language) })
  if (done === 'asked' || done === 'reminded' || done === 'thanked')
    return (
      <Notice kind="success">
        <p>{t(`speakers:done.${done}`, counted(count))}</p>
        {without > 0 && <p>{t('speakers:done.without', counted(without))}</p>}
      </Notice>
    )
  if (done === 'contact' || done === 'renewed' || done === 'reminder' || done === 'erased')
    return <Notice kind="success">{t(`speakers:done.${done}`)}</Notice>
  return null
}
