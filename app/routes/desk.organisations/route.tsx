import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireOffice } from '#app/accounts/guard.server.ts'
import { readListFilter } from '#app/directory/forms.ts'
import { countOrganisations, organisationsMatching, tagsInUse } from '#app/directory/read.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { OrganisationsPage as default } from './organisations-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.view')
  const { read } = context.database
  const { filter, page } = readListFilter(new URL(request.url).searchParams)
  const t = translator(await readerLanguage(context, request))
  const [found, all, tags] = await Promise.all([
    organisationsMatching(read, scope, filter, page),
    countOrganisations(read, scope, {}),
    tagsInUse(read, scope),
  ])
  return {
    title: `${t('directory:organisations.title')} · ${t('common:appName')}`,
    ...found,
    filter,
    all,
    tags,
    canEdit: scope.can.has('directory.edit'),
  }
}
