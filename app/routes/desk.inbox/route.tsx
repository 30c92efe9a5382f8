import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { inboxSearch } from '#app/inbox/forms.ts'
import { readMailboxState } from '#app/inbox/mailbox-state.server.ts'
import { countInbox, inboxPageSize, readInbox } from '#app/inbox/read.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { MailList } from '../desk.event.inbox/mail-list.tsx'
import { MailboxNotice } from '../desk.event.inbox/mailbox-notice.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const { env, database } = context
  const asked = inboxSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [counts, rows, state, office] = await Promise.all([
    countInbox(database.read, scope),
    readInbox(database.read, scope, asked),
    env.MAILBOX_URL ? readMailboxState(database.read, env.MAILBOX_URL) : null,
    readOffice(database.read, scope),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('inbox:officeTitle')} · ${t('common:appName')}`,
    ...{ asked, counts, rows, zone: office.zone },
    pages: Math.max(1, Math.ceil(counts[asked.state] / inboxPageSize)),
    mailbox: { isSetUp: env.MAILBOX_URL !== undefined, state },
  }
}

/** Mail that no event has, and how reading the mailbox goes. */
export default function OfficeInbox() {
  const { mailbox, ...page } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <h1>{t('inbox:officeTitle')}</h1>
      <p className="muted">{t('inbox:officeHint')}</p>
      {page.asked.done && <Notice kind="success">{t(`inbox:done.${page.asked.done}`)}</Notice>}
      <section aria-label={t('inbox:mailbox.title')}>
        <MailboxNotice {...mailbox} zone={page.zone} />
      </section>
      <MailList {...page} />
    </div>
  )
}
