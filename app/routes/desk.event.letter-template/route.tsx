import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readPreviewGuests } from '#app/invitations/audience.server.ts'
import { readTemplate } from '#app/letters/templates.server.ts'
import { actOnTemplate } from './template-acts.server.ts'
import { TemplatePage } from './template-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const template = await readTemplate(read, scope, { id: params.template, language })
  // The office's own is changed by the office.
  if (!template?.isEvents) throw notFound()
  return {
    title: `${template.name} · ${translator(language)('common:appName')}`,
    template,
    guests: await readPreviewGuests(read, scope, languages),
    home: `/desk/events/${scope.slug}/letters`,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const form = await readRequestForm(request)
  const home = `/desk/events/${scope.slug}/letters`
  return actOnTemplate({ context, scope, form, home }, params.template ?? '')
}

export default TemplatePage
