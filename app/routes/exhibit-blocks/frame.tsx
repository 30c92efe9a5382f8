import type { ReactNode } from 'react'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

/** A block under its heading, where it has one. */
export function BlockFrame({
  id,
  heading,
  fallback,
  children,
}: {
  id: string
  heading: Localized
  /** The heading where its writer gave none. */
  fallback?: string
  children: ReactNode
}) {
  const language = useLanguage()
  const hasOwn = Object.values(heading).some(Boolean)
  if (!hasOwn && !fallback) return <div className="stack">{children}</div>
  return (
    <section className="stack" aria-labelledby={`block-${id}`}>
      <h2 id={`block-${id}`}>{hasOwn ? <LocalizedText text={heading} language={language} /> : fallback}</h2>
      {children}
    </section>
  )
}
