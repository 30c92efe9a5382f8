import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { changeTemplate, templatePage } from './page.server.ts'

export { TemplatePage as default } from './template-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const { languages } = await readOffice(context.database.read, scope)
  return templatePage({ context, scope, kind: params.kind }, request, languages)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const { languages } = await readOffice(context.database.read, scope)
  return changeTemplate({ context, scope, kind: params.kind }, request, languages)
}
