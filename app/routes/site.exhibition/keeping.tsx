import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ExhibitCard } from '#app/exhibition/cards.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Sign } from '../site.agenda/spoken.tsx'
import type { loader } from './route.tsx'

/** Around the cards: what is kept becomes the address of a page of one's own. What is kept elsewhere goes along. */
export function KeepForm({ home, children }: { home: string; children: ReactNode }) {
  const { exhibition, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const here = new Set(exhibition.exhibits.map(({ code }) => code))
  return (
    <form className="keep-form stack" action={`${home}/kept`}>
      {children}
      <input
        className="keep-rest"
        type="hidden"
        name="keep"
        defaultValue={choice.keep.filter((code) => !here.has(code)).join()}
      />
      <div className="keep-bar">
        <button type="submit" className="button">
          {t('kept:show')}
          <bdi className="kept-count" />
        </button>
        <p className="muted small">{t('kept:hint')}</p>
      </div>
    </form>
  )
}

/** A box that looks like a star. */
export function KeepBox({ card }: { card: ExhibitCard }) {
  const { choice } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <label className="choose">
      <input type="checkbox" name="keep" value={card.code} defaultChecked={choice.keep.includes(card.code)} />
      <span>
        <Sign name="star" />
        {t('kept:keep')}
        <span className="visually-hidden">: {localize(card.title, language)}</span>
      </span>
    </label>
  )
}
