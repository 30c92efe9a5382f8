import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readTemplate } from '#app/letters/templates.server.ts'
import { actOnTemplate } from '../desk.event.letter-template/template-acts.server.ts'
import { TemplatePage } from '../desk.event.letter-template/template-page.tsx'

const home = '/desk/office/letters'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const language = await readerLanguage(context, request)
  const template = await readTemplate(context.database.read, scope, { id: params.letterTemplate, language })
  // Our own two are copied before they are written over.
  if (!template || template.id === template.kind) throw notFound()
  return {
    title: `${template.name} · ${translator(language)('common:appName')}`,
    ...{ template, guests: [], home },
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const form = await readRequestForm(request)
  return actOnTemplate({ context, scope, form, home }, params.letterTemplate ?? '')
}

export default TemplatePage
