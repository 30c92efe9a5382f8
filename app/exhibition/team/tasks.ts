import type { Language } from '../../i18n/languages.ts'
import type { ExhibitContent } from '../content/content.ts'
import { lackingLanguages, publishingNeeds } from '../content/needs.ts'

/** What is left for a team to do: what visitors cannot be shown without, and the languages in which texts are missing. */
export function tasksOf(content: ExhibitContent, wanted: readonly Language[]) {
  return { needs: publishingNeeds(content, wanted), lacking: lackingLanguages(content, wanted) }
}

export type Tasks = ReturnType<typeof tasksOf>
