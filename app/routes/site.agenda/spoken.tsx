import { formatList, formatNumber } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

type Heard = {
  spokenLanguages: Language[]
  interpretedLanguages: Language[]
  room: { channels: Language[] } | null
}

/** The signs of `Spoken` and of what is chosen, once on a page. */
export function LanguageSigns() {
  return (
    <svg className="sign-store" aria-hidden="true" focusable="false">
      <symbol id="sign-spoken" viewBox="0 0 24 24">
        <path d="M4 5h16v11H10l-4 4v-4H4z" />
      </symbol>
      <symbol id="sign-interpreted" viewBox="0 0 24 24">
        <path d="M5 15v-3a7 7 0 0 1 14 0v3M5 14h3v6H5zM16 14h3v6h-3z" />
      </symbol>
      <symbol id="sign-star" viewBox="0 0 24 24">
        <path d="M12 3l2.8 5.7 6.2.9-4.5 4.4 1.1 6.2L12 17.3l-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z" />
      </symbol>
    </svg>
  )
}

/** In words beside a sign: a flag is a country, not a language. Says on which channel an interpretation is heard. */
export function Spoken({ item }: { item: Heard }) {
  const t = useText()
  const language = useLanguage()
  const { spokenLanguages: spoken, interpretedLanguages: interpreted, room } = item
  if (spoken.length + interpreted.length === 0) return null
  const name = (one: Language) => t(`agenda:language.${one}`)
  const onChannel = (one: Language) => {
    const channel = (room?.channels.indexOf(one) ?? -1) + 1
    if (channel === 0) return name(one)
    return t('programme:channel', { language: name(one), channel: formatNumber(channel, language) })
  }
  return (
    <ul className="plain-list entry-languages">
      {spoken.length > 0 && (
        <li>
          <Sign name="spoken" />
          {t('agenda:spoken', { languages: formatList(spoken.map(name), language) })}
        </li>
      )}
      {interpreted.length > 0 && (
        <li>
          <Sign name="interpreted" />
          {t('agenda:interpreted', { languages: formatList(interpreted.map(onChannel), language) })}
        </li>
      )}
    </ul>
  )
}

export function Sign({ name }: { name: 'spoken' | 'interpreted' | 'star' }) {
  return (
    <svg className="sign" aria-hidden="true" focusable="false">
      <use href={`#sign-${name}`} />
    </svg>
  )
}
