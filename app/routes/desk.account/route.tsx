import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { editAccount, signOutEverywhere } from '#app/accounts/account.server.ts'
import type { SignedInUser } from '#app/accounts/auth.server.ts'
import { accountForm, changePasswordForm } from '#app/accounts/forms.ts'
import { notFound, requireUser } from '#app/accounts/guard.server.ts'
import { changePassword, hashPassword, passwordFits } from '#app/accounts/password.server.ts'
import { countSessions } from '#app/accounts/read.server.ts'
import { settingCookies } from '#app/http/cookies.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { languageCookie, readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

export { AccountPage as default } from './account-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await requireUser(context, request)
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('accounts:account.title')} · ${t('common:appName')}`,
    user: { name: user.name, email: user.email, language: user.language },
    places: await countSessions(context.database.read, user.id, context.now()),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await requireUser(context, request)
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'edit':
      return edit(context, user, form)
    case 'password':
      return renewPassword(context, user, form, request.headers.get('User-Agent'))
    case 'signOutEverywhere':
      await context.database.write((tx) => signOutEverywhere(tx, user))
      return redirect('/sign-in?done=signedOut', 303)
    default:
      throw notFound()
  }
}

async function edit({ database, env, now }: MajlisContext, user: SignedInUser, form: FormData) {
  const submission = readForm(form, accountForm)
  if (submission.status !== 'success')
    return data({ account: submission.reply(), password: undefined }, { status: 400 })
  await database.write((tx) => editAccount(tx, user, { ...submission.value, now: now() }))
  // Else the language once chosen for this browser would go on hiding the one chosen here.
  const cookie = languageCookie(submission.value.language, env.APP_URL.startsWith('https:'))
  return redirect('/desk/account?done=saved', { status: 303, headers: settingCookies([cookie]) })
}

async function renewPassword(
  context: MajlisContext,
  user: SignedInUser,
  form: FormData,
  userAgent: string | null,
) {
  const { database, limits, clientKey, auth } = context
  const submission = readForm(form, changePasswordForm)
  const hideFields = ['current', 'password', 'repeated']
  if (submission.status !== 'success')
    return data({ account: undefined, password: submission.reply({ hideFields }) }, { status: 400 })
  const { current, password } = submission.value
  const refused = (fieldErrors: Record<string, string[]>, status: number) =>
    data({ account: undefined, password: submission.reply({ fieldErrors, hideFields }) }, { status })
  if (!(await limits.signIn(user.email, clientKey))) return refused({ current: ['tooMany'] }, 429)
  if (!(await passwordFits(database.read, user.id, current)))
    return refused({ current: ['accounts:error.wrongCurrentPassword'] }, 403)

  const passwordHash = await hashPassword(password)
  await database.write((tx) => changePassword(tx, { userId: user.id, passwordHash, now: context.now() }))
  await limits.signedIn(user.email, clientKey)
  const cookies = await auth.signIn({ email: user.email, password, userAgent })
  return redirect('/desk/account?done=passwordChanged', {
    status: 303,
    headers: settingCookies(cookies ?? []),
  })
}
