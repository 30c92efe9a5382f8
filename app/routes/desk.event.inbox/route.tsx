import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { inboxSearch } from '#app/inbox/forms.ts'
import { readMailboxState } from '#app/inbox/mailbox-state.server.ts'
import { countInbox, inboxPageSize, readInbox } from '#app/inbox/read.server.ts'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import { MailList } from './mail-list.tsx'
import { MailboxNotice } from './mailbox-notice.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { env, database } = context
  const asked = inboxSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [counts, rows, state] = await Promise.all([
    countInbox(database.read, scope),
    readInbox(database.read, scope, asked),
    env.MAILBOX_URL ? readMailboxState(database.read, env.MAILBOX_URL) : null,
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('inbox:title')} · ${t('common:appName')}`,
    ...{ asked, counts, rows },
    pages: Math.max(1, Math.ceil(counts[asked.state] / inboxPageSize)),
    mailbox: { isSetUp: env.MAILBOX_URL !== undefined, state },
  }
}

/** What came in about this event's guests and waits for somebody. */
export default function EventInbox() {
  const page = useLoaderData<typeof loader>()
  const t = useText()
  const zone = useEventZone()
  return (
    <div className="stack">
      <h1>{t('inbox:title')}</h1>
      {(!page.mailbox.isSetUp || page.mailbox.state?.error) && (
        <MailboxNotice {...page.mailbox} zone={zone} />
      )}
      <MailList {...page} zone={zone} />
    </div>
  )
}
