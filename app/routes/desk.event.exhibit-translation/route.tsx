import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { askedIn, saveSideBySide, sideBySide, typedIn } from '../exhibit-translation/side-by-side.server.ts'
import { DeskTranslation } from './desk-translation.tsx'

export { DeskTranslation as default }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader(args: LoaderFunctionArgs) {
  const { slug, ...translator } = await openTranslation(args)
  return { slug, ...(await sideBySide(translator)) }
}

export async function action(args: ActionFunctionArgs) {
  const { slug, ...translator } = await openTranslation(args)
  const left = await saveSideBySide(translator, typedIn(await readRequestForm(args.request)))
  if (left.length) return data({ left }, { status: 409 })
  const page = `/desk/events/${slug}/exhibition/${translator.exhibitId}/translation`
  return redirect(`${page}?${askedIn(translator)}&done=saved`, 303)
}

async function openTranslation({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { slug, languages } = await readExhibitionEvent(context.database.read, scope)
  const language = await readerLanguage(context, request)
  const url = new URL(request.url)
  return { slug, context, scope, exhibitId: params.exhibit ?? '', languages, language, locks: [], url }
}
