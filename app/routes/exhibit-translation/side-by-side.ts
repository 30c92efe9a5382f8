import { useLoaderData } from '@remix-run/react'
import type { Pair, Translation } from '#app/exhibition/translation/state.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'

/** What a page needs, at the desk or by a team's link, on which one exhibit is translated. */
export type SideBySide = {
  title: string
  languages: readonly Language[]
  pair: Pair
  version: number
  exhibitId: string
  name: Localized
  texts: (Translation & { name: string; digest: string })[]
  /** Only what is missing or old is shown. */
  isOpenOnly: boolean
  isSaved: boolean
}

export function useSideBySide(): SideBySide {
  return useLoaderData<SideBySide>() as SideBySide
}
