import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

type Doing =
  | 'created'
  | 'saved'
  | 'published'
  | 'unpublished'
  | 'submitted'
  | 'returned'
  | 'figureSaved'
  | 'figureRemoved'
  | 'pictureSaved'
  | 'pictureRemoved'

/** Says what was just done, if it is one of `among`: each part of the page tells of its own, where its reader lands. */
export function Done({ among }: { among: readonly Doing[] }) {
  const { open } = useLoaderData<typeof loader>()
  const isAnswered = useActionData<typeof action>() !== undefined
  const t = useText()
  const done = among.find((doing) => doing === open.done)
  return done && !isAnswered ? <Notice kind="success">{t(`exhibition:done.${done}`)}</Notice> : null
}
