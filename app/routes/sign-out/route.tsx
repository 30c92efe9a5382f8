import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { settingCookies } from '#app/http/cookies.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  const cookies = await context.auth.signOut(request.headers)
  return redirect('/sign-in?done=signedOut', { status: 303, headers: settingCookies(cookies) })
}

export function loader() {
  throw notFound()
}
