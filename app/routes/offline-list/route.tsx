import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { programmeToTake } from '#app/exhibition/visits/programme.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'

/** What a visitor's browser takes along (app/ui/scripts/take-along.js), and the number that rises with every change of it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const event = await findPublicEvent(read, params.event)
  if (!event) throw notFound()
  const programme = await programmeToTake(read, event)
  return Response.json({ version: event.revision, ...programme }, { headers: publicPageHeaders })
}
