import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localPath } from '#app/http/local-path.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { languageCookie } from '#app/i18n/reader.server.ts'

/** Keeps the reader's choice of language and goes back to the page it was made on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readRequestForm(request)
  const language = form.get('language')
  if (!isLanguage(language)) throw notFound()
  return redirect(localPath(form.get('to')), {
    headers: { 'Set-Cookie': languageCookie(language, context.env.APP_URL.startsWith('https:')) },
  })
}

export function loader() {
  throw notFound()
}
