import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { isPause } from '#app/agenda/rules.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'
import type { ShownItem } from './shown-item.ts'
import { Sign } from './spoken.tsx'

/** Around the items: what is chosen becomes the address of a page of one's own. Chosen items of other days go along. */
export function ChooseForm({ children }: { children: ReactNode }) {
  const { event, kind, items, chosen } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (kind !== 'last' || items.length === 0) return <>{children}</>
  const here = new Set(items.map(({ id }) => id))
  return (
    <form className="choose-form stack" action={`/${language}/${event.slug}/agenda/mine`}>
      {children}
      <input
        className="choose-rest"
        type="hidden"
        name="items"
        defaultValue={chosen.filter((id) => !here.has(id)).join()}
      />
      <div className="choose-bar">
        <button type="submit" className="button">
          {t('mine:show')}
          <bdi className="choose-count" />
        </button>
        <p className="muted small">{t('mine:hint')}</p>
      </div>
    </form>
  )
}

/** A box that looks like a star. Nobody has to plan for a pause. */
export function Choose({ item }: { item: ShownItem }) {
  const { kind, chosen } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (kind !== 'last' || isPause(item.kind)) return null
  return (
    <label className="choose">
      <input type="checkbox" name="items" value={item.id} defaultChecked={chosen.includes(item.id)} />
      <span>
        <Sign name="star" />
        {t('mine:choose')}
        <span className="visually-hidden">: {localize(item.title, language)}</span>
      </span>
    </label>
  )
}
