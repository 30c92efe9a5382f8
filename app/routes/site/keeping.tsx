import type { ReactNode } from 'react'
import { type Localized, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Sign } from '../site.agenda/spoken.tsx'

type FormGiven = {
  home: string
  /** The codes of the exhibits that have a box inside. */
  here: readonly string[]
  /** The codes that the page's address names. */
  kept: readonly string[]
  children: ReactNode
}

/** Around exhibits with boxes: what is kept becomes the address of a page of one's own. What is kept elsewhere goes along. */
export function KeepForm({ home, here, kept, children }: FormGiven) {
  const t = useText()
  return (
    <form className="keep-form stack" action={`${home}/kept`}>
      {children}
      <input
        className="keep-rest"
        type="hidden"
        name="keep"
        defaultValue={kept.filter((code) => !here.includes(code)).join()}
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
export function KeepBox({ code, title, isKept }: { code: string; title: Localized; isKept: boolean }) {
  const t = useText()
  const language = useLanguage()
  return (
    <label className="choose">
      <input type="checkbox" name="keep" value={code} defaultChecked={isKept} />
      <span>
        <Sign name="star" />
        {t('kept:keep')}
        <span className="visually-hidden">: {localize(title, language)}</span>
      </span>
    </label>
  )
}
