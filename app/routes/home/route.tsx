import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { hasOffice } from '#app/accounts/setup.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await hasOffice(context.database.read))) return redirect('/setup')
  return redirect(`/${await readerLanguage(context, request)}`, {
    headers: { Vary: 'Accept-Language, Cookie', 'Cache-Control': 'no-store' },
  })
}
