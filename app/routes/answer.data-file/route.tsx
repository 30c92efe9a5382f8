import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { answerFile } from '#app/http/document.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { type CopyFormat, makeCopy } from '#app/privacy/copy.server.ts'
import { readHeldByLink } from '#app/privacy/held.server.ts'

const formats: Record<string, CopyFormat> = { 'what-we-hold.json': 'json', 'what-we-hold.xlsx': 'xlsx' }

/** What a guest's page of their data shows, to keep. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const format = formats[params.copy ?? '']
  const found = format && (await readHeldByLink(context.database.read, params.token))
  if (!found) throw notFound()
  const asked = new URL(request.url).searchParams.get('lang')
  const language = isLanguage(asked) ? asked : found.scope.language
  const { bytes, ...file } = await makeCopy(format, { ...found, language, now: context.now() })
  return answerFile(bytes, file)
}
