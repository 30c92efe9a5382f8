import type { ReactNode } from 'react'
import type { HeadField as Field } from '#app/exhibition/team/locks.ts'
import { direction, isLanguage } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useIsLocked } from './editor.ts'

/**
 * A field of the head in its form. What the editor keeps for themselves a team reads instead, and its form sends it back
 * as it is: what the editor makes of it meanwhile stays.
 */
export function HeadField({
  name,
  label,
  value,
  children,
}: {
  name: Field
  label: string
  /** As the form would send it. */
  value: unknown
  children: ReactNode
}) {
  const isLocked = useIsLocked(name)
  const t = useText()
  if (!isLocked) return children
  return (
    <div className="tight">
      <p>
        <span className="strong">{label}</span> <span className="tag quiet">{t('team:locks.tag')}</span>
      </p>
      <Wordings value={value} />
      {inputsOf(name, value).map(([key, text], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Several may bear the same name and value.
        <input key={at} type="hidden" name={key} value={text} />
      ))}
    </div>
  )
}

/** What a text says in its languages. */
function Wordings({ value }: { value: unknown }) {
  const said = Object.entries(value ?? {}).filter(([language]) => isLanguage(language))
  return said.map(([language, text]) => (
    <p key={language} lang={language} dir={isLanguage(language) ? direction(language) : undefined}>
      {String(text)}
    </p>
  ))
}

/** A value as the fields of a form name its parts: `contact.name`, `links[0].url`, and a list of words under one name. */
function inputsOf(name: string, value: unknown): [string, string][] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value))
    return value.flatMap((one, at) => inputsOf(typeof one === 'object' ? `${name}[${at}]` : name, one))
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([part, one]) => inputsOf(`${name}.${part}`, one))
  return [[name, String(value)]]
}
