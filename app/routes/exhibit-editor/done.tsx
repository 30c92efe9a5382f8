import { useActionData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useEditor } from './editor.ts'

export type Doing =
  | 'created'
  | 'saved'
  | 'published'
  | 'unpublished'
  | 'submitted'
  | 'returned'
  | 'restored'
  | 'discarded'
  | 'scheduled'
  | 'unscheduled'
  | 'blockSaved'
  | 'blockRemoved'
  | 'pictureSaved'
  | 'pictureRemoved'

/** Says what was just done, if it is one of `among`: each part of the page tells of its own, where its reader lands. */
export function Done({ among }: { among: readonly Doing[] }) {
  const { open } = useEditor()
  const isAnswered = useActionData() !== undefined
  const t = useText()
  const done = among.find((doing) => doing === open.done)
  return done && !isAnswered ? <Notice kind="success">{t(`exhibit:done.${done}`)}</Notice> : null
}
