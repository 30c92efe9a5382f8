import { Link, useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { loader } from './route.tsx'
import { VisitTable } from './visit-table.tsx'
import { VisitsByTime, VisitTotal } from './visits-by-time.tsx'

/** Who came by scanning a code and who by walking through the pages: in all, by day, hour, language and exhibit. */
export function VisitsPage() {
  const { event, exhibit, visits, page, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/desk/events/${event.slug}/exhibition`
  const isNone = visits.total.scanned + visits.total.browsed === 0
  return (
    <div className="stack">
      <p>
        <Link className="target" to={exhibit ? `${home}/${exhibit.id}` : home}>
          {exhibit ? <LocalizedText text={exhibit.title} language={language} /> : t('exhibition:toList')}
        </Link>
      </p>
      <div className="row between">
        <h1>{t('visits:title')}</h1>
        <a className="button quiet" href={`${home}/visits.csv${exhibit ? `?exhibit=${exhibit.id}` : ''}`}>
          {t('visits:csv')}
        </a>
      </div>
      <p className="muted">{t('visits:hint')}</p>
      {isNone ? <p className="card empty">{t('visits:none')}</p> : <VisitTotal visits={visits} />}
      <ByExhibit />
      <Pager
        label={t('exhibition:list.pages')}
        page={page}
        pages={pages}
        to={(wanted) => `${home}/visits?page=${wanted}`}
      />
      {!isNone && <VisitsByTime visits={visits} />}
    </div>
  )
}

function ByExhibit() {
  const { event, exhibits } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (exhibits.length === 0) return null
  return (
    <VisitTable
      title={t('visits:byExhibit')}
      of={t('visits:exhibit')}
      rows={exhibits.map(({ id, title, booth, ...visits }) => ({
        ...visits,
        key: id,
        name: (
          <>
            {booth && (
              <>
                <bdi>{booth}</bdi> ·{' '}
              </>
            )}
            <Link to={`/desk/events/${event.slug}/exhibition/visits?exhibit=${id}`}>
              <LocalizedText text={title} language={language} />
            </Link>
          </>
        ),
      }))}
    />
  )
}
