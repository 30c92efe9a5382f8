import { data } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { BoothLetterKind } from '#app/answers/booth-letter.ts'
import { replaceMemberLink, takeOffTeam, writeToTeam } from '#app/answers/booth-mails.server.ts'
import { deadlineForm, memberForm, wordForm } from '#app/exhibition/team/forms.ts'
import { addMember, setDeadline } from '#app/exhibition/team/team.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { backTo } from '../exhibit-editor/acts.server.ts'
import type { Desk } from './acts.server.ts'

/** Carries out a button of the team's section; null for every other intent. */
export async function actOnTeam(desk: Desk, form: FormData) {
  const intent = String(form.get('intent'))
  switch (intent) {
    case 'addMember':
      return add(desk, form)
    case 'askMember':
      return ask(desk, form)
    case 'remindTeam':
      return remind(desk, form)
    case 'deadline':
      return deadline(desk, form)
    case 'takeOff':
    case 'renewLink':
      return changeLink(desk, form, intent)
    default:
      return null
  }
}

async function add(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const submission = readForm(form, memberForm)
  if (submission.status !== 'success')
    return data({ intent: 'addMember', result: submission.reply() } as const, { status: 400 })
  const { invite, ...member } = submission.value
  const given = { id: newIdOf(form), exhibitId, ...member, ...secretAndNow(desk) }
  const added = await context.database.write((tx) => addMember(tx, scope, given))
  if (!added.ok && added.reason === 'notFound') throw notFound()
  if (!added.ok) {
    const fieldErrors = { email: [`team:refused.${added.reason}`] }
    return data({ intent: 'addMember', result: submission.reply({ fieldErrors }) } as const, { status: 409 })
  }
  if (!invite || !scope.can.has('mail.send')) return backTo(desk, 'teamAdded', '#team')
  return write(desk, form, 'ask', { memberIds: [added.id], word: '' })
}

async function ask(desk: Desk, form: FormData) {
  if (!desk.scope.can.has('mail.send')) throw notFound()
  return write(desk, form, 'ask', { memberIds: [String(form.get('member') ?? '')], word: '' })
}

async function remind(desk: Desk, form: FormData) {
  if (!desk.scope.can.has('mail.send')) throw notFound()
  const submission = readForm(form, wordForm)
  if (submission.status !== 'success')
    return data({ intent: 'remindTeam', result: submission.reply() } as const, { status: 400 })
  return write(desk, form, 'remind', submission.value)
}

type Words = { memberIds?: string[]; word: string }

async function write(desk: Desk, form: FormData, kind: BoothLetterKind, words: Words) {
  const { context, scope, exhibitId } = desk
  const asking = { id: newIdOf(form), kind, exhibitId, ...words, now: context.now() }
  const written = await writeToTeam(context.database, scope, { ...asking, site: siteOf(context.env) })
  if (!written.ok && written.reason === 'notFound') throw notFound()
  if (!written.ok)
    return data({ intent: 'team', teamRefused: `team:refused.${written.reason}` } as const, { status: 409 })
  context.wakeWorker()
  return backTo(desk, written.mailed ? 'teamWritten' : 'teamUnwritten', '#team')
}

async function deadline(desk: Desk, form: FormData) {
  const { context, scope, exhibitId } = desk
  const submission = readForm(form, deadlineForm(desk.zone))
  if (submission.status !== 'success')
    return data({ intent: 'deadline', result: submission.reply() } as const, { status: 400 })
  const given = { exhibitId, ...submission.value, now: context.now() }
  const set = await context.database.write((tx) => setDeadline(tx, scope, given))
  if (!set.ok) throw notFound()
  return backTo(desk, 'teamDue', '#team')
}

async function changeLink(desk: Desk, form: FormData, intent: 'takeOff' | 'renewLink') {
  const { context, scope, exhibitId } = desk
  const which = { exhibitId, memberId: String(form.get('member') ?? ''), ...secretAndNow(desk) }
  const verb = intent === 'takeOff' ? takeOffTeam : replaceMemberLink
  const changed = await context.database.write((tx) => verb(tx, scope, which))
  if (!changed.ok) throw notFound()
  return backTo(desk, intent === 'takeOff' ? 'teamTaken' : 'teamRenewed', '#team')
}

function secretAndNow({ context }: Desk) {
  return { secret: siteOf(context.env).secret, now: context.now() }
}
