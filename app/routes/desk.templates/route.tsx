import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { readTemplates } from '#app/invitations/texts.server.ts'
import { TemplateList } from './template-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const t = translator(await readerLanguage(context, request))
  const { read } = context.database
  const [office, templates] = await Promise.all([readOffice(read, scope), readTemplates(read, scope)])
  return {
    title: `${t('templates:title')} · ${t('common:appName')}`,
    among: office.languages,
    templates: templates.map(({ kind, sources }) => ({ kind, sources })),
  }
}

export default function Templates() {
  const { templates, among } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <p>
        <Link className="target" to="/desk/office">
          {t('accounts:office.title')}
        </Link>
      </p>
      <h1>{t('templates:title')}</h1>
      <p className="lead">{t('templates:lead')}</p>
      <TemplateList templates={templates} among={among} />
    </div>
  )
}
