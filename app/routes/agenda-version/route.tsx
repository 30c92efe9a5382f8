import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { lastRelease } from '#app/agenda/released.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'

/** Which version of the agenda holds, for pages that stay open (app/ui/scripts/agenda.js); 0 before the first. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const event = await findPublicEvent(read, params.event)
  if (!event) throw notFound()
  const release = await lastRelease(read, event.id)
  return Response.json({ version: release?.number ?? 0 }, { headers: publicPageHeaders })
}
