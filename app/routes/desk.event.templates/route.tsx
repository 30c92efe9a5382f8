import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { readTemplates } from '#app/invitations/texts.server.ts'
import { TemplateList } from '../desk.templates/template-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const t = translator(await readerLanguage(context, request))
  const { read } = context.database
  const [facts, templates] = await Promise.all([
    readEventFacts(read, scope.eventId),
    readTemplates(read, scope),
  ])
  return {
    title: `${t('templates:title')} · ${t('common:appName')}`,
    among: facts.languages,
    templates: templates.map(({ kind, sources }) => ({ kind, sources })),
  }
}

export default function EventTemplates() {
  const { templates, among } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <p>
        <Link className="target" to="../mailings" relative="path">
          {t('invitations:mailings.title')}
        </Link>
      </p>
      <h1>{t('templates:title')}</h1>
      <p className="lead">{t('templates:eventLead')}</p>
      <TemplateList templates={templates} among={among} />
    </div>
  )
}
