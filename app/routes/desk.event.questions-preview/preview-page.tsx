import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { AskedFields } from '../answer/asked-fields.tsx'
import { GuestFrame } from '../answer/guest-frame.tsx'
import type { loader } from './route.tsx'

const groups = ['persons', 'delegates', 'substitutes'] as const

/** Nothing here can be sent: it shows what a guest will see, conditions at work. */
export function PreviewPage() {
  const { name, group, questions } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <GuestFrame office={name} href={(other) => `?as=${group}&lang=${other}`}>
      <h1>{t('questions:desk.preview')}</h1>
      <Notice kind="info">{t('questions:preview.hint')}</Notice>
      <nav className="row" aria-label={t('questions:field.audience')}>
        {groups.map((one) => (
          <a
            key={one}
            className="target"
            href={`?as=${one}&lang=${language}`}
            aria-current={one === group ? 'page' : undefined}
          >
            {t(`questions:audience.${one}`)}
          </a>
        ))}
      </nav>
      <section className="card stack" aria-labelledby="asked">
        <h2 id="asked">{t('questions:title')}</h2>
        {questions.length === 0 && <p className="muted">{t('questions:preview.none')}</p>}
        <AskedFields personId="preview" questions={questions} said={{}} />
      </section>
    </GuestFrame>
  )
}
