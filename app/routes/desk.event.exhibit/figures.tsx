import { Link, useLoaderData } from '@remix-run/react'
import type { Exhibit } from '#app/exhibition/read.server.ts'
import { formatNumber, formatPartialDate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { Done } from './done.tsx'
import { FigureForm } from './figure-form.tsx'
import type { loader } from './route.tsx'
import { SectionHead } from './section-head.tsx'

export type Figure = Exhibit['figures'][number]

/** Numbers with what they count, when, and who says so. The first one also stands on the event's own page. */
export function Figures({ exhibit }: { exhibit: Exhibit }) {
  const { open } = useLoaderData<typeof loader>()
  const t = useText()
  const { figures } = exhibit
  return (
    <section className="card stack" aria-labelledby="figures">
      <SectionHead
        id="figures"
        title={t('exhibition:figures.title')}
        label={t('exhibition:figures.add')}
        to="?figure=new"
      />
      <Done among={['figureSaved', 'figureRemoved']} />
      {figures.length === 0 && open.figure !== 'new' && (
        <p className="muted">{t('exhibition:figures.none')}</p>
      )}
      <ul className="plain-list rows">
        {figures.map((figure, index) => (
          <li key={figure.id}>
            {figure.id === open.figure ? (
              <FigureForm figure={figure} />
            ) : (
              <FigureRow figure={figure} isFirst={index === 0} isLast={index === figures.length - 1} />
            )}
          </li>
        ))}
      </ul>
      {open.figure === 'new' && <FigureForm />}
    </section>
  )
}

function FigureRow({ figure, isFirst, isLast }: { figure: Figure; isFirst: boolean; isLast: boolean }) {
  const { open } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const name = localize(figure.label, language)
  return (
    <div className="row between part-row">
      <div className="tight">
        <p>
          {figure.qualifier !== 'exactly' && `${t(`exhibition:qualifier.${figure.qualifier}`)} `}
          <bdi className="strong">{formatNumber(figure.value, language, { maximumFractionDigits: 6 })}</bdi>{' '}
          <LocalizedText text={figure.unit} language={language} />{' '}
          <LocalizedText text={figure.label} language={language} />
        </p>
        <p className="muted small">
          <span className="apart">
            {t('exhibition:figures.asOf', { date: formatPartialDate(figure.asOf, language) })}
          </span>
          <span className="apart">
            <LocalizedText text={figure.source} language={language} />
          </span>
        </p>
      </div>
      {!open.isWriting && (
        <div className="row">
          <OrderButtons
            name="figure"
            value={figure.id}
            up={t('exhibition:order.up', { name })}
            down={t('exhibition:order.down', { name })}
            isFirst={isFirst}
            isLast={isLast}
          />
          <Link
            className="button quiet"
            to={`?figure=${figure.id}#figures`}
            aria-label={`${t('common:edit')}: ${name}`}
          >
            {t('common:edit')}
          </Link>
        </div>
      )}
    </div>
  )
}
