import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
import type { MediaFiles } from '#app/exhibition/content/media.server.ts'
import type { exhibitDeskSearch } from '#app/exhibition/forms.ts'
import type { Comment } from '#app/exhibition/team/comments.server.ts'
import { isLocked } from '#app/exhibition/team/locks.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'
import type { Answer } from './acts.server.ts'

/** What a page needs whose loader lets somebody write an exhibit, under the name `editor`: at the desk, or by a team's link. */
export type EditorData = {
  content: ExhibitContent
  /** To be sent along with every change. */
  version: number
  media: MediaFiles
  /** The office's, whose results a block may show. */
  programmes: readonly { id: string; name: Localized }[]
  /** The event's languages, in which the forms ask. */
  languages: readonly Language[]
  zone: string
  open: z.output<typeof exhibitDeskSearch>
  /** Whether one of the exhibit's team writes: what is locked they see and do not change. */
  isTeam: boolean
  locks: readonly string[]
  comments: readonly Comment[]
  exhibitId: string
  /** Where a script saves what is being typed. */
  saveAt: string
  /** Where it is shown as visitors will see it. */
  previewAt: string
}

export function useEditor(): EditorData {
  return useLoaderData<{ editor: EditorData }>().editor as EditorData
}

/** What came of the form that was sent last, if it was the one of this intent. */
export function useAnswer(intent: Answer['intent']): Answer | undefined {
  const answer = useActionData<Answer>() as Answer | undefined
  return answer?.intent === intent ? answer : undefined
}

/** Whether this part, or all of this form of the head, is shown and not changed. */
export function useIsLocked(part: string): boolean {
  const { isTeam, locks } = useEditor()
  return isTeam && isLocked(locks, part)
}
