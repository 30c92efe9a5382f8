import type { LoaderFunctionArgs } from '@remix-run/node'
import { mapJson } from '#app/exhibition/reuse/map-json.server.ts'
import { isSector } from '#app/exhibition/sectors.ts'
import { answerJson, reusedEvent } from '../reuse/answer.server.ts'

/** What the map counts in each governorate, of one sector where `sector` names it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, source } = await reusedEvent(context, params.event)
  const asked = new URL(request.url).searchParams.get('sector')
  const sector = isSector(asked) ? asked : null
  return answerJson(await mapJson(context.database.read, source, { eventId: event.id, sector }))
}
