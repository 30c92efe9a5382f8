import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { revisionOfEvent } from '#app/agenda/board.server.ts'
import { planSearch } from '#app/exhibition/plan/forms.ts'
import {
  countHomeless,
  readCodes,
  readHall,
  readHalls,
  readThings,
} from '#app/exhibition/plan/read.server.ts'
import { boothParts, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { newId } from '#db/id.server.ts'
import { actOn } from './acts.server.ts'

export { PlanPage as default } from './plan-page.tsx'

/** Drawing needs script; halls, and the table of all that stands in them, do not. */
export const handle = { scripts: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const open = planSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  // Before what is drawn: what is written in between is then fetched once more, never missed.
  const revision = await revisionOfEvent(read, scope.eventId)
  const [event, parts, halls, codes, homeless] = await Promise.all([
    readExhibitionEvent(read, scope),
    boothParts(read, scope),
    readHalls(read, scope.eventId),
    readCodes(read, scope.eventId),
    countHomeless(read, scope.eventId),
  ])
  const chosen = open.hall || halls[0]?.id
  const hall = chosen ? await readHall(read, scope.eventId, chosen) : null
  if (open.hall && !hall) throw notFound()
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('drawing:title')} · ${t('common:appName')}`,
    ...{ event, parts, halls, codes, homeless, hall, open, revision },
    things: hall ? await readThings(read, hall.id) : [],
    newId: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const hallId = new URL(request.url).searchParams.get('hall') ?? ''
  return actOn({ context, scope, hallId }, await readRequestForm(request))
}
