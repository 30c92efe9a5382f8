import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { changeRoleForm, inviteMemberForm, removeMemberForm } from '#app/accounts/forms.ts'
import { notFound, requireOffice, requireUser } from '#app/accounts/guard.server.ts'
import { changeRole, inviteMember, removeMember, repeatWelcome } from '#app/accounts/members.server.ts'
import { newPasswordLink } from '#app/accounts/password.server.ts'
import { welcomeMail } from '#app/accounts/password-mail.ts'
import { readMembers, readOffice, senderOf } from '#app/accounts/read.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { MembersPage as default } from './members-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const language = await readerLanguage(context, request)
  const t = translator(language)
  return {
    title: `${t('accounts:members.title')} · ${t('common:appName')}`,
    newId: newId(),
    members: await readMembers(context.database.read, scope),
    self: scope.actor.id,
    language,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const inviter = await requireUser(context, request)
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'invite':
      return invite(context, scope, form, inviter.name)
    case 'again':
      return again(context, scope, form, inviter.name)
    case 'role':
      return setRole(context, scope, form)
    case 'remove':
      return remove(context, scope, form)
    default:
      throw notFound()
  }
}

const back = (done: string) => redirect(`/desk/members?done=${done}`, 303)
const refused = (reason: string) => data({ result: undefined, refusal: reason }, { status: 409 })

async function invite(context: MajlisContext, scope: OfficeScope, form: FormData, inviter: string) {
  const submission = readForm(form, inviteMemberForm)
  if (submission.status !== 'success')
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 })
  const { role, ...person } = submission.value
  const now = context.now()
  const welcome = await makeWelcome(context, scope, person, inviter, now)
  const invited = await context.database.write((tx) =>
    inviteMember(tx, scope, { id: newIdOf(form), person, role, welcome, now }),
  )
  if (!invited.ok && invited.reason === 'notFound') throw notFound()
  if (!invited.ok) {
    const result = submission.reply({ fieldErrors: { email: [`accounts:error.${invited.reason}`] } })
    return data({ result, refusal: undefined }, { status: 409 })
  }
  context.wakeWorker()
  return back('invited')
}

async function again(context: MajlisContext, scope: OfficeScope, form: FormData, inviter: string) {
  const membershipId = String(form.get('membership'))
  const members = await readMembers(context.database.read, scope)
  const member = members.find((candidate) => candidate.membershipId === membershipId)
  if (!member) throw notFound()
  const now = context.now()
  const welcome = await makeWelcome(context, scope, member, inviter, now)
  const sent = await context.database.write((tx) => repeatWelcome(tx, scope, { membershipId, welcome, now }))
  if (!sent.ok) return refused(sent.reason)
  context.wakeWorker()
  return back('invited')
}

async function setRole({ database, now }: MajlisContext, scope: OfficeScope, form: FormData) {
  const submission = readForm(form, changeRoleForm)
  if (submission.status !== 'success') throw notFound()
  const { membership: membershipId, role } = submission.value
  const changed = await database.write((tx) => changeRole(tx, scope, { membershipId, role, now: now() }))
  if (changed.ok) return back('roleChanged')
  if (changed.reason === 'notFound') throw notFound()
  return refused(changed.reason)
}

async function remove({ database, now }: MajlisContext, scope: OfficeScope, form: FormData) {
  const submission = readForm(form, removeMemberForm)
  if (submission.status !== 'success') throw notFound()
  const membershipId = submission.value.membership
  const removed = await database.write((tx) => removeMember(tx, scope, { membershipId, now: now() }))
  if (removed.ok) return back('removed')
  if (removed.reason === 'notFound') throw notFound()
  return refused(removed.reason)
}

async function makeWelcome(
  { database, env }: MajlisContext,
  scope: OfficeScope,
  to: { name: string; email: string; language: Language },
  inviter: string,
  now: Date,
) {
  const link = newPasswordLink('welcome', now)
  const sender = senderOf(await readOffice(database.read, scope))
  return { link, mail: welcomeMail({ sender, to, link, appUrl: env.APP_URL, inviter, now }) }
}
