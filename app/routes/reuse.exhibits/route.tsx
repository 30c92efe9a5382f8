import type { LoaderFunctionArgs } from '@remix-run/node'
import { exhibitsJson } from '#app/exhibition/reuse/exhibit-json.ts'
import { readReusableExhibits } from '#app/exhibition/reuse/read.server.ts'
import { answerJson, reusedEvent } from '../reuse/answer.server.ts'

/** The exhibits that the event shows, for other systems (docs/embedding.md). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, source } = await reusedEvent(context, params.event)
  const page = Number(new URL(request.url).searchParams.get('page'))
  return answerJson(exhibitsJson(source, await readReusableExhibits(context.database.read, event.id, page)))
}
