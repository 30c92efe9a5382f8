import { Link, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ItemLinks } from '../desk.event.agenda-item/item-links.tsx'
import { FileFacts } from '../site.agenda-item/paper-list.tsx'
import { audienceText } from './audience-text.ts'
import { PaperForm, VersionForm } from './paper-forms.tsx'
import type { loader } from './route.tsx'

const doings = ['paperAdded', 'versionAdded', 'paperSaved', 'paperRemoved'] as const

/** The papers of one item, or of the agenda as a whole, with all their versions. */
export function PapersPage() {
  const { event, item, papers, done } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const doing = doings.find((one) => one === done)
  return (
    <div className="stack sections form-page">
      <header className="tight">
        {item ? (
          <>
            <ItemLinks event={event} item={item} at="papers" />
            <h1>
              {t('speakers:papers.title')}: <LocalizedText text={item.title} language={language} />
            </h1>
          </>
        ) : (
          <>
            <p>
              <Link className="target" to=".." relative="path">
                {t('desk:event.agenda')}
              </Link>
            </p>
            <h1>{t('speakers:papers.ofAgenda')}</h1>
            <p className="muted">{t('speakers:papers.ofAgendaLead')}</p>
          </>
        )}
      </header>
      {doing && <Notice kind="success">{t(`speakers:done.${doing}`)}</Notice>}
      {papers.length === 0 && <p className="card empty">{t('speakers:papers.none')}</p>}
      {papers.map((paper) => (
        <OnePaper key={paper.id} paper={paper} />
      ))}
      <section className="card stack" aria-labelledby="add-paper">
        <h2 id="add-paper">{t('speakers:papers.add')}</h2>
        <PaperForm />
      </section>
    </div>
  )
}

export type DeskPaper = ReturnType<typeof useLoaderData<typeof loader>>['papers'][number]

function OnePaper({ paper }: { paper: DeskPaper }) {
  const { open, item } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby={`paper-${paper.id}`}>
      <div className="tight">
        <p className="row tags">
          <span className="tag">{t(`speakers:papers.kind.${paper.kind}`)}</span>
          <span className={paper.audience === 'public' ? 'tag sun' : 'tag quiet'}>
            {audienceText(t, item, paper.audience)}
          </span>
        </p>
        <h2 id={`paper-${paper.id}`}>
          <LocalizedText text={paper.title} language={language} />
        </h2>
        {paper.broughtBy && (
          <p className="muted small">
            {t('speakers:papers.broughtBy', { name: displayName(paper.broughtBy, language) })}
          </p>
        )}
      </div>
      <Files paper={paper} />
      <VersionForm paper={paper} />
      {open === paper.id ? (
        <PaperForm paper={paper} />
      ) : (
        <p>
          <Link className="button quiet" to={`?paper=${paper.id}`} preventScrollReset>
            {t('common:edit')}
          </Link>
        </p>
      )}
      <Confirm intent="remove" title={t('speakers:papers.remove')} effect={t('speakers:papers.removeHint')}>
        <input type="hidden" name="paper" value={paper.id} />
      </Confirm>
    </section>
  )
}

function Files({ paper }: { paper: DeskPaper }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list rows">
      {paper.files.map((file) => (
        <li key={file.id} className={file.isLast ? 'row between' : 'row between muted'}>
          <a className="target" href={`/desk/events/${event.slug}/papers/${file.id}`}>
            {file.language ? languageNames[file.language] : t('speakers:papers.anyLanguage')}
            {' · '}
            {t('speakers:papers.version', { number: formatNumber(file.number, language) })}&nbsp;
            <FileFacts file={file} />
          </a>
          <span className="small">
            {formatInstant(file.createdAt, 'dayAndTime', language, event.zone)}
            {' · '}
            {t('speakers:papers.downloads', {
              count: file.downloads,
              number: formatNumber(file.downloads, language),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
