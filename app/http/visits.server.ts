import { isLanguage, type Language, languages } from '../i18n/languages.ts'
import { isOpenedBySomebody } from './somebody.ts'

/** One opening of an exhibit's page, or one scan of its printed code: where and in which language, never by whom. */
export type Visit = { event: string; exhibit: string; language: Language; kind: 'opened' | 'scanned' }

/** Takes note of a visit; it must neither wait nor fail. */
export type VisitCounter = { count(visit: Visit): void }

const exhibitPage = new RegExp(`^/(${languages.join('|')})/([a-z0-9-]+)/exhibition/([a-z0-9-]+)$`)

/**
 * Counts that an exhibit's page was given out under this path, from the cache or not; `kind` says whether it was a
 * scanned code that leads there. Robots and browsers that read ahead are left out, and who is signed in never gets here.
 */
export function countVisit(
  counter: VisitCounter | undefined,
  request: Request,
  { path, status, kind }: { path: string; status: number; kind: Visit['kind'] },
): void {
  if (!counter || (status !== 200 && status !== 304 && kind === 'opened')) return
  const [, language, event, exhibit] = exhibitPage.exec(path) ?? []
  if (!event || !exhibit || !isLanguage(language) || !isOpenedBySomebody(request)) return
  counter.count({ event, exhibit, language, kind })
}
