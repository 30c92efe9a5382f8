import { useLoaderData } from '@remix-run/react'
import type { EventPermission } from '#app/accounts/permission.ts'
import type { Translator } from '#app/i18n/options.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

type Facts = ReturnType<typeof useLoaderData<typeof loader>>
type Task = { key: string; to: string; count: number; label: string; needs: EventPermission }
type Asked = Omit<Task, 'label'> & { label: (count: number) => string }

/** What waits for somebody who may do it, in the order in which it presses. */
export function useTasks(): Task[] {
  const facts = useLoaderData<typeof loader>()
  const t = useText()
  return [...beginning(facts, t), ...people(facts, t), ...mails(facts, t), ...papers(facts, t)]
    .filter(({ count, needs }) => count > 0 && facts.can.includes(needs))
    .map((task) => ({ ...task, label: task.label(task.count) }))
}

/** Before anything else can happen. */
function beginning({ event, parts }: Facts, t: Translator): Asked[] {
  const nobody = parts.every((part) => part.accepted + part.unanswered + part.declined + part.tentative === 0)
  return [
    {
      ...{ key: 'publish', to: 'settings', count: Number(event.state === 'draft'), needs: 'event.edit' },
      label: () => t('guests:toDo.publish'),
    },
    {
      ...{ key: 'invite', to: 'invite', count: Number(nobody), needs: 'guests.edit' },
      label: () => t('guests:toDo.invite'),
    },
  ]
}

/** People who wait for a word of ours, or whose word we wait for. */
function people({ work, parts, inbox, now, gate, can, declinedRoles }: Facts, t: Translator): Asked[] {
  const [wrong] = work.wrongRecipients
  const late = parts.filter(({ answerBy, audience }) => audience === 'invited' && answerBy && answerBy < now)
  const days = gate ? Math.ceil((gate.dueAt.getTime() - now.getTime()) / 86_400_000) : 0
  const left = days > 0 ? t('outlook:daysLeft', { count: days }) : t('outlook:deadlinePassed')
  const isOfficer = can.includes('clearance.view')
  return [
    {
      ...{ key: 'inbox', to: 'inbox', count: inbox, needs: 'guests.view' },
      label: (count) => t('inbox:toDo', { count }),
    },
    {
      ...{ key: 'requests', to: 'requests', count: work.requests, needs: 'guests.view' },
      label: (count) => t('delegation:requests.waiting', { count }),
    },
    {
      ...{ key: 'wrong', count: work.wrongRecipients.length, needs: 'guests.edit' },
      to: work.wrongRecipients.length === 1 ? `guests/${wrong}` : 'guests?flag=wrongRecipient',
      label: (count) => t('guests:toDo.wrongRecipient', { count }),
    },
    {
      ...{ key: 'declined', to: 'speakers?state=declined', count: declinedRoles, needs: 'agenda.edit' },
      label: (count) => t('speakers:toDo.declined', { count }),
    },
    {
      ...{ key: 'gate', count: gate?.count ?? 0, needs: isOfficer ? 'clearance.view' : 'event.edit' },
      to: isOfficer ? 'clearance?state=missing' : 'clearance/settings#progress',
      label: (count) => t('outlook:now.gate', { count, left }),
    },
    {
      ...{ key: 'late', count: late[0]?.unanswered ?? 0, needs: 'guests.edit' },
      to: `guests?part=${late[0]?.id}&state=unanswered`,
      label: (count) => t('outlook:late', { count }),
    },
    {
      ...{ key: 'waiting', to: 'waiting', needs: 'guests.edit' },
      count: parts.reduce((sum, { waiting }) => sum + waiting, 0),
      label: (count) => t('guests:toDo.waiting', { count }),
    },
  ]
}

/** Mails that did not arrive, did not leave, or may not leave without somebody's word. */
function mails({ work, bounced, awaiting }: Facts, t: Translator): Asked[] {
  const { unapproved, missed, loose } = awaiting
  const oneOf = (ids: readonly string[]) => (ids.length === 1 ? `mailings/${ids[0]}` : 'mailings')
  return [
    {
      ...{ key: 'missed', to: oneOf(missed), count: missed.length, needs: 'mail.send' },
      label: (count) => t('outlook:now.missed', { count }),
    },
    {
      ...{ key: 'approve', to: oneOf(unapproved), count: unapproved.length, needs: 'mail.send' },
      label: (count) => t('outlook:now.approve', { count }),
    },
    {
      ...{ key: 'bounced', to: 'guests?flag=bounced', count: bounced.value, needs: 'guests.view' },
      label: (count) => t('outlook:now.bounced', { count }),
    },
    {
      ...{ key: 'failed', to: 'outbox?state=failed', needs: 'mail.send' },
      // A guest's mail that came back is told above, by the guest.
      count: bounced.value ? 0 : work.failed,
      label: (count) => t('guests:toDo.failed', { count }),
    },
    {
      ...{ key: 'unknown', to: 'outbox?state=unknown', count: work.unknown, needs: 'mail.send' },
      label: (count) => t('guests:toDo.unknown', { count }),
    },
    {
      ...{ key: 'drafts', to: 'outbox?state=draft', count: loose, needs: 'mail.send' },
      label: (count) => t('guests:toDo.drafts', { count }),
    },
    {
      ...{ key: 'unsent', to: 'guests?state=unsent', count: work.unsent, needs: 'guests.edit' },
      label: (count) => t('guests:toDo.unsent', { count }),
    },
  ]
}

function papers({ unsigned, requests, missing }: Facts, t: Translator): Asked[] {
  return [
    {
      ...{ key: 'letters', to: 'letters?state=open', count: unsigned, needs: 'guests.edit' },
      label: (count) => t('outlook:now.letters', { count }),
    },
    {
      ...{ key: 'privacy', to: 'privacy', count: requests, needs: 'guests.edit' },
      label: (count) => t('privacy:toDo', { count }),
    },
    {
      ...{ key: 'missing', to: 'settings', count: missing, needs: 'event.edit' },
      label: (count) => t('guests:toDo.missing', { count }),
    },
  ]
}
