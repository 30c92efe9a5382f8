import type { EventRow } from '#app/events/lock.server.ts'
import { readHost } from '#app/events/public.server.ts'
import type { Source } from '#app/exhibition/reuse/envelope.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { publishedEvent } from '../embed/published-event.server.ts'

/** The published event of such a file, and whose it is. Throws 404 for every other. */
export async function reusedEvent(
  context: MajlisContext,
  slug: string | undefined,
): Promise<{ event: EventRow; source: Source }> {
  const event = await publishedEvent(context, slug)
  const host = await readHost(context.database.read, event.officeId)
  const { name, languages } = event
  const source = {
    appUrl: context.env.APP_URL,
    host: host?.name ?? {},
    event: { slug: event.slug, name, languages },
  }
  return { event, source }
}

/** What stands before `.json` in the last step of an address; null for another ending. */
export function nameIn(file: string | undefined): string | null {
  return /^([a-z0-9-]+)\.json$/.exec(file ?? '')?.[1] ?? null
}

/** JSON that every page may read by its address, like every person. */
export function answerJson(file: string): Response {
  return new Response(file, {
    headers: {
      ...publicPageHeaders,
      'Content-Type': 'application/json; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
    },
  })
}
