import { Link, useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { EnquiryList } from '../visitor-voices/enquiry-list.tsx'
import { ShownChoice } from '../visitor-voices/shown-choice.tsx'
import type { loader } from './route.tsx'

const dones = ['settled', 'reopened', 'erased'] as const

/** What visitors left at the booths, for those who see that each is answered. */
export function EnquiriesPage() {
  const { event, exhibit, counts, enquiries, asked, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/desk/events/${event.slug}/exhibition`
  const done = dones.find((one) => one === asked.done)
  const to = (shown: string, page = 1) =>
    `?${new URLSearchParams({ ...(exhibit && { exhibit: exhibit.id }), shown, ...(page > 1 && { page: String(page) }) })}`
  return (
    <div className="stack">
      <p>
        <Link className="target" to={exhibit ? `${home}/${exhibit.id}` : home}>
          {exhibit ? <LocalizedText text={exhibit.title} language={language} /> : t('exhibition:toList')}
        </Link>
      </p>
      <div className="row between">
        <h1>{t('voices:desk.enquiries')}</h1>
        {counts.all > 0 && (
          <a
            className="button quiet"
            href={`${home}/enquiries.csv${exhibit ? `?exhibit=${exhibit.id}` : ''}`}
          >
            {t('visits:csv')}
          </a>
        )}
      </div>
      {done && <Notice kind="success">{t(`voices:desk.did.${done}`)}</Notice>}
      <p className="muted">{t('voices:desk.enquiriesLead')}</p>
      <ShownChoice counts={counts} shown={asked.shown} to={to} />
      {enquiries.length === 0 ? (
        <p className="card empty">{t(counts.all ? 'voices:desk.noneHere' : 'voices:desk.none')}</p>
      ) : (
        <EnquiryList enquiries={enquiries} zone={event.zone} isDesk />
      )}
      <Pager
        label={t('voices:desk.pages')}
        page={asked.page}
        pages={pages}
        to={(page) => to(asked.shown, page)}
      />
    </div>
  )
}
