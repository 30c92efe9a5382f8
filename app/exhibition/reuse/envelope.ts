import type { Language, Localized } from '../../i18n/languages.ts'

/** Rises when something is taken away or comes to mean something else; what is only added does not raise it. */
const version = 1

/** Whose it is and where it stands, as every file says it; `appUrl` without a slash at its end. */
export type Source = {
  appUrl: string
  host: Localized
  event: { slug: string; name: Localized; languages: Language[] }
}

export type ReuseKind = 'exhibits' | 'exhibit' | 'map' | 'programme'

/**
 * A file for other systems (docs/embedding.md): what it is, in which languages, whose, and what it says. `page` is its page
 * for people. Texts are written so that the file is safe inside a `<script>` as well, whatever they say.
 */
export function reuseFile(
  kind: ReuseKind,
  { appUrl, host, event }: Source,
  { page, ...rest }: { page: string } & Record<string, unknown>,
): string {
  const { name, languages } = event
  const head = { format: `majlis/${kind}`, version, languages }
  const file = { ...head, source: { name: host, event: name, url: appUrl + page }, ...rest }
  return JSON.stringify(file).replaceAll('<', '\\u003c')
}

/** The page's address in the event's first language; those of the others differ in their first step alone. */
export function pageOf({ event }: Source, path: string): string {
  return `/${event.languages[0] ?? 'en'}/${event.slug}/${path}`
}

/** Where its frame is. */
export function frameOf(source: Source, path: string): string {
  return source.appUrl + pageOf(source, `embed/${path}`)
}
