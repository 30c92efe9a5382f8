import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { refusalText } from '#app/exhibition/sheets/report-text.ts'
import { formatNumber, formatPartialDate, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { EarlierUploads } from '#app/ui/earlier-uploads.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import { acceptedSheets } from '../desk.sheet-import/accepted.ts'
import type { action, loader } from './route.tsx'

const notices = ['discarded', 'removed'] as const

/** Who does what where: the lists that the office has, and the way in for more. */
export function ActivitiesPage() {
  const { uploads, zone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  const counted = { new: t('imports:count.new'), leave: t('imports:count.leave') }
  return (
    <div className="stack form-page">
      <p>
        <Link className="more" to="/desk/programmes">
          {t('sheets:programmes.back')}
        </Link>
      </p>
      <h1>{t('sheets:activities.title')}</h1>
      <p className="muted">{t('sheets:activities.intro')}</p>
      {done && !answer && <Notice kind="success">{t(`sheets:done.${done}`)}</Notice>}
      <Lists />
      <h2>{t('sheets:upload.title')}</h2>
      <p className="muted">{t('sheets:activities.uploadIntro')}</p>
      <p>
        <a className="target" href="/desk/activities/sheets/template.xlsx">
          {t('sheets:template')}
        </a>
      </p>
      <UploadForm
        accept={acceptedSheets}
        hint={t('imports:fileHint')}
        submit={t('sheets:upload.submit')}
        refusal={answer ? refusalText(answer.refusal, t) : null}
      />
      <EarlierUploads
        {...{ zone, counted }}
        of={uploads}
        to="/desk/activities/imports"
        none={t('sheets:upload.none')}
      />
    </div>
  )
}

function Lists() {
  const { lists } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  return (
    <section className="card stack" aria-labelledby="lists">
      <h2 id="lists">{t('sheets:activities.lists')}</h2>
      {lists.length === 0 && <p className="muted">{t('sheets:activities.noLists')}</p>}
      <ul className="plain-list rows">
        {lists.map(({ id, name, asOf, source, activities, agencies }) => (
          <li key={id} className="tight">
            <p>
              <bdi className="wraps strong">{name}</bdi>
            </p>
            <p className="muted small">
              <span className="apart">
                {t('sheets:activities.size', {
                  activities: number(activities),
                  agencies: number(agencies),
                })}
              </span>
              <span className="apart">
                {t('programmes:site.asOf', { date: formatPartialDate(asOf, language) })}
              </span>
              <span className="apart">
                <LocalizedText text={source} language={language} />
              </span>
            </p>
            <Confirm
              intent="remove"
              title={t('sheets:activities.remove', { name: isolate(name) })}
              effect={t('sheets:activities.removeEffect')}
            >
              <input type="hidden" name="list" value={id} />
            </Confirm>
          </li>
        ))}
      </ul>
    </section>
  )
}
