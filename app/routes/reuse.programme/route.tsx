import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findShownProgramme } from '#app/exhibition/programmes/read.server.ts'
import { programmeJson } from '#app/exhibition/reuse/programme-json.ts'
import { answerJson, nameIn, reusedEvent } from '../reuse/answer.server.ts'

/** A programme that the event shows, with its results. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, source } = await reusedEvent(context, params.event)
  const slug = nameIn(params.programmeFile)
  const programme = slug && (await findShownProgramme(context.database.read, event.id, slug))
  if (!programme) throw notFound()
  return answerJson(programmeJson(source, programme))
}
