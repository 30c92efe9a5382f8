import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ItemForm } from './item-form.tsx'
import { ItemLinks } from './item-links.tsx'
import { People } from './people.tsx'
import type { action, loader } from './route.tsx'

const doings = ['added', 'roleAdded', 'roleSaved', 'roleRemoved'] as const

/** One item of the agenda: what, when and where first, then who takes part. */
export function ItemPage() {
  const { item, event, day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [search] = useSearchParams()
  const done = doings.find((doing) => doing === search.get('done'))
  return (
    <div className="stack sections form-page">
      <div className="stack">
        <p>
          <Link className="target" to={`/desk/events/${event.slug}/agenda${day ? `?day=${day}` : ''}`}>
            {t('desk:event.agenda')}
          </Link>
        </p>
        {item && <ItemLinks event={event} item={item} at="item" />}
        <h1>{item ? <LocalizedText text={item.title} language={language} /> : t('agenda:item.new')}</h1>
        {answer?.intent === 'remove' && (
          <Notice kind="error">{t(`planner:refused.${answer.refused}`)}</Notice>
        )}
        {done && !answer && <Notice kind="success">{t(`agenda:done.${done}`)}</Notice>}
      </div>
      <ItemForm key={item?.id ?? 'new'} />
      {item && <People key={`people-${item.id}`} />}
      {item && (
        <Form method="post" className="row">
          <input type="hidden" name="seen" value={item.version} />
          <button type="submit" className="button quiet" name="intent" value="aside">
            {t('planner:side.aside')}
          </button>
          <span className="muted small">{t('planner:side.asideHint')}</span>
        </Form>
      )}
      {item && (
        <Confirm intent="remove" title={t('agenda:item.remove')} effect={t('agenda:item.removeHint')}>
          <input type="hidden" name="seen" value={item.version} />
          <input type="hidden" name="seenRoles" value={item.mark} />
        </Confirm>
      )}
    </div>
  )
}
