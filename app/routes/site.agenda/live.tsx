import { useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import script from '#app/ui/scripts/agenda.js?url'
import type { loader } from './route.tsx'
import type { ShownItem } from './shown-item.ts'

type Span = Pick<ShownItem, 'startsAt' | 'endsAt'>
const day = 24 * 3_600_000

export function onNow({ startsAt, endsAt }: Span, at: Date): boolean {
  return startsAt <= at && at < endsAt
}

/** Whether it is on while somebody leaves the page open. */
export function mayBeOn({ startsAt, endsAt }: Span, at: Date): boolean {
  return at < endsAt && startsAt.getTime() < at.getTime() + day
}

/** Seen only on what is on now (`.on-now`). */
export function NowTag({ item }: { item: ShownItem }) {
  const { kind, at } = useLoaderData<typeof loader>()
  const t = useText()
  if (kind !== 'last' || !mayBeOn(item, at)) return null
  return <span className="tag sun now-tag">{t('screen:now')}</span>
}

export function ToNow() {
  const { kind, at, items } = useLoaderData<typeof loader>()
  const t = useText()
  if (kind !== 'last' || !items.some((item) => mayBeOn(item, at))) return null
  const first = items.find((item) => onNow(item, at))
  return (
    <p>
      <a className="target to-now" href={`#item-${first?.id}`} hidden={!first}>
        {t('screen:jump')}
      </a>
    </p>
  )
}

/** Laid over the end of the page, so that nothing moves under the eyes of who is reading. */
export function News() {
  const { kind, home, shown } = useLoaderData<typeof loader>()
  const t = useText()
  if (kind !== 'last') return null
  return (
    <p className="agenda-news" role="status" hidden data-text={t('screen:news', { version: '{version}' })}>
      <span />
      <a className="button" href={`${home}/${shown}`}>
        {t('screen:showNews')}
      </a>
    </p>
  )
}

/** Small, ours, and nothing is missing without it. */
export function AgendaScript() {
  return <script src={script} defer />
}
