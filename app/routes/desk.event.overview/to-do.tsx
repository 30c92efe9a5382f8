import { Link, useLoaderData } from '@remix-run/react'
import type { EventPermission } from '#app/accounts/permission.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Amount } from '#app/ui/amount.tsx'
import type { loader } from './route.tsx'

type Task = { key: string; to: string; count: number; label: string; needs: EventPermission }

/** What waits for a decision, each with the way to it; and a good word when nothing does. */
export function ToDo() {
  const t = useText()
  const { can } = useLoaderData<typeof loader>()
  const tasks = useTasks().filter(({ count, needs }) => count > 0 && can.includes(needs))
  return (
    <section className="card stack" aria-labelledby="to-do">
      <h2 id="to-do">{t('guests:toDo.title')}</h2>
      {tasks.length === 0 ? (
        <p>
          <span className="tag yes">{t('guests:toDo.clear')}</span> {t('guests:toDo.nothing')}
        </p>
      ) : (
        <ul className="plain-list rows decide">
          {tasks.map(({ key, to, label, count }) => (
            <li key={key}>
              <Link to={to}>
                <span className="tag wait" aria-hidden="true">
                  <Amount value={Math.min(count, 1000)} isMore={count > 1000} />
                </span>
                <span>{label}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function useTasks(): Task[] {
  const { event, work, parts, missing, inbox, now, requests } = useLoaderData<typeof loader>()
  const t = useText()
  const [wrong] = work.wrongRecipients
  const isDraft = event.state === 'draft'
  const late = parts.filter(({ answerBy, audience }) => audience === 'invited' && answerBy && answerBy < now)
  const nobody = parts.every((part) => part.accepted + part.unanswered + part.declined + part.tentative === 0)
  const tasks: (Omit<Task, 'label'> & { label: (count: number) => string })[] = [
    {
      key: 'publish',
      to: 'settings',
      count: Number(isDraft),
      needs: 'event.edit',
      label: () => t('guests:toDo.publish'),
    },
    {
      key: 'invite',
      to: 'invite',
      count: Number(nobody),
      needs: 'guests.edit',
      label: () => t('guests:toDo.invite'),
    },
    {
      key: 'inbox',
      to: 'inbox',
      count: inbox,
      needs: 'guests.view',
      label: (count) => t('inbox:toDo', { count }),
    },
    {
      key: 'wrong',
      to: work.wrongRecipients.length === 1 ? `guests/${wrong}` : 'guests?flag=wrongRecipient',
      count: work.wrongRecipients.length,
      needs: 'guests.edit',
      label: (count) => t('guests:toDo.wrongRecipient', { count }),
    },
    {
      key: 'requests',
      to: 'requests',
      count: work.requests,
      needs: 'guests.view',
      label: (count) => t('delegation:requests.waiting', { count }),
    },
    {
      key: 'late',
      to: `guests?part=${late[0]?.id}&state=unanswered`,
      count: late[0]?.unanswered ?? 0,
      needs: 'guests.edit',
      label: (count) => t('outlook:late', { count }),
    },
    {
      key: 'failed',
      to: 'outbox?state=failed',
      count: work.failed,
      needs: 'mail.send',
      label: (count) => t('guests:toDo.failed', { count }),
    },
    {
      key: 'unknown',
      to: 'outbox?state=unknown',
      count: work.unknown,
      needs: 'mail.send',
      label: (count) => t('guests:toDo.unknown', { count }),
    },
    {
      key: 'drafts',
      to: 'outbox?state=draft',
      count: work.drafts,
      needs: 'mail.send',
      label: (count) => t('guests:toDo.drafts', { count }),
    },
    {
      key: 'unsent',
      to: 'guests?state=unsent',
      count: work.unsent,
      needs: 'guests.edit',
      label: (count) => t('guests:toDo.unsent', { count }),
    },
    {
      key: 'waiting',
      to: 'waiting',
      count: parts.reduce((sum, { waiting }) => sum + waiting, 0),
      needs: 'guests.edit',
      label: (count) => t('guests:toDo.waiting', { count }),
    },
    {
      key: 'privacy',
      to: 'privacy',
      count: requests,
      needs: 'guests.edit',
      label: (count) => t('privacy:toDo', { count }),
    },
    {
      key: 'missing',
      to: 'settings',
      count: missing,
      needs: 'event.edit',
      label: (count) => t('guests:toDo.missing', { count }),
    },
  ]
  return tasks.map((task) => ({ ...task, label: task.label(task.count) }))
}
