import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readLastNumber, readLetterhead, readSignatories } from '#app/letters/letterhead.server.ts'
import { writeReference } from '#app/letters/rules.ts'
import { readTemplates } from '#app/letters/templates.server.ts'
import { newId } from '#db/id.server.ts'
import {
  copyOfficeTemplate,
  dropSignatory,
  newSignatory,
  raise,
  saveLetterhead,
  savePicture,
  saveSignatory,
} from './acts.server.ts'

export { LettersPage as default } from './letters-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const year = Number(isoDay(context.now(), 'UTC').slice(0, 4))
  const [letterhead, signatories, templates, last] = await Promise.all([
    readLetterhead(read, scope),
    readSignatories(read, scope),
    readTemplates(read, scope, language),
    readLastNumber(read, scope, year),
  ])
  const { updatedAt: _, officeId: __, ...shown } = letterhead
  const t = translator(language)
  return {
    title: `${t('letters:office.title')} · ${t('common:appName')}`,
    letterhead: shown,
    signatories: signatories.map(({ id, names, position, signatureId }) => ({
      ...{ id, names, position, signatureId },
    })),
    templates: templates.map(({ id, kind, name }) => ({ id, kind, name })),
    ...{ year, last },
    next: writeReference(letterhead.numberPattern, { year, number: last + 1 }),
    newId: newId(),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const form = await readRequestForm(request)
  const desk = { context, scope, form }
  switch (form.get('intent')) {
    case 'letterhead':
      return saveLetterhead(desk)
    case 'picture':
    case 'noPicture':
      return savePicture(desk)
    case 'counter':
      return raise(desk)
    case 'addSignatory':
      return newSignatory(desk)
    case 'signatory':
      return saveSignatory(desk)
    case 'removeSignatory':
      return dropSignatory(desk)
    case 'copyTemplate':
      return copyOfficeTemplate(desk, await readerLanguage(context, request))
    default:
      throw notFound()
  }
}
