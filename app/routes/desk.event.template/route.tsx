import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { changeTemplate, templatePage } from '../desk.template/page.server.ts'

export { TemplatePage as default } from '../desk.template/template-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const { languages } = await readEventFacts(context.database.read, scope.eventId)
  return templatePage({ context, scope, kind: params.kind }, request, languages)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const { languages } = await readEventFacts(context.database.read, scope.eventId)
  return changeTemplate({ context, scope, kind: params.kind }, request, languages)
}
