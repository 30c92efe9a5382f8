import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireOffice } from '#app/accounts/guard.server.ts'
import { readListFilter } from '#app/directory/forms.ts'
import { countPersons, organisationChoices, personsMatching, tagsInUse } from '#app/directory/read.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { PersonsPage as default } from './persons-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** More organisations than this are searched for, not chosen from a list. */
const choicesShown = 300

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.view')
  const { read } = context.database
  const { filter, page } = readListFilter(new URL(request.url).searchParams)
  const t = translator(await readerLanguage(context, request))
  const [found, everybody, organisations, tags] = await Promise.all([
    personsMatching(read, scope, filter, page),
    countPersons(read, scope, {}),
    organisationChoices(read, scope, choicesShown + 1),
    tagsInUse(read, scope),
  ])
  return {
    title: `${t('directory:persons.title')} · ${t('common:appName')}`,
    ...found,
    filter,
    everybody,
    organisations: organisations.length > choicesShown ? [] : organisations,
    tags,
    canEdit: scope.can.has('directory.edit'),
  }
}
