import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { registerFilter, registerSearch } from '#app/letters/forms.ts'
import { countLetters, letterPageSize, readRegister } from '#app/letters/register.server.ts'
import { copyTemplate, readTemplate, readTemplates } from '#app/letters/templates.server.ts'
import { newId } from '#db/id.server.ts'

export { RegisterPage as default } from './register-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const asked = registerSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [{ rows, found }, counts, templates] = await Promise.all([
    readRegister(read, scope, registerFilter(asked), asked.page),
    countLetters(read, scope),
    readTemplates(read, scope, language),
  ])
  const t = translator(language)
  return {
    title: `${t('letters:title')} · ${t('common:appName')}`,
    slug: scope.slug,
    ...{ asked, rows, found, counts },
    pages: Math.max(1, Math.ceil(found / letterPageSize)),
    templates: templates.map(({ id, kind, name, isEvents }) => ({ id, kind, name, isEvents })),
    canEdit: scope.can.has('guests.edit'),
    newId: newId(),
  }
}

/** Makes this event's own copy of a template. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const form = await readRequestForm(request)
  const language = await readerLanguage(context, request)
  const from = await readTemplate(context.database.read, scope, {
    id: String(form.get('from') ?? ''),
    language,
  })
  if (!from) throw notFound()
  const given = { id: newIdOf(form), from, now: context.now() }
  const copied = await context.database.write((tx) => copyTemplate(tx, scope, given))
  if (!copied.ok) throw notFound()
  return redirect(`/desk/events/${scope.slug}/letters/templates/${copied.id}`, { status: 303 })
}
