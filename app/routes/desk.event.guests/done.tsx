import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** What a change to many did, and the way back while there is one. */
export function Done() {
  const { done, changed, left, undo } = useLoaderData<typeof loader>()
  const t = useText()
  switch (done) {
    case 'changed':
      return (
        <Form method="post" className="notice success row between">
          <span>{t('roster:done.changed', { count: changed })}</span>
          {undo && (
            <>
              <input type="hidden" name="undo" value={undo.id} />
              <button type="submit" className="button quiet" name="intent" value="undo">
                {t('roster:undo')}
              </button>
            </>
          )}
        </Form>
      )
    case 'undone':
      return (
        <Notice kind="success">
          {t('roster:done.undone', { count: changed })}
          {left > 0 && ` ${t('roster:done.left', { count: left })}`}
        </Notice>
      )
    case 'tooLate':
      return <Notice kind="warning">{t('roster:done.tooLate')}</Notice>
    case 'withdrawnMany':
      return <Notice kind="success">{t('roster:done.withdrawn', { count: changed })}</Notice>
    case 'answeredMany':
      return <Answered />
    case 'leftMany':
      return <Notice kind="success">{t('views:done.left', { count: changed })}</Notice>
    case 'viewSaved':
    case 'viewChanged':
    case 'viewRemoved':
      return <Notice kind="success">{t(`views:done.${done}`)}</Notice>
    default:
      return null
  }
}

/** How many answers for others were recorded, who got a seat and who waits, and for whom none could be. */
function Answered() {
  const t = useText()
  const [search] = useSearchParams()
  const count = (name: string) => Math.max(0, Math.trunc(Number(search.get(name))) || 0)
  const [seated, waiting, refused] = [count('seated'), count('waiting'), count('refused')]
  return (
    <Notice kind={refused > 0 ? 'warning' : 'success'}>
      {t('views:done.answered', { count: count('answered') })}
      {seated > 0 && ` ${t('views:done.seated', { count: seated })}`}
      {waiting > 0 && ` ${t('views:done.waiting', { count: waiting })}`}
      {refused > 0 && ` ${t('views:done.refused', { count: refused })}`}
    </Notice>
  )
}
