import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findExhibit, readShownMedia } from '#app/exhibition/exhibit-page.server.ts'
import { exhibitJson } from '#app/exhibition/reuse/exhibit-json.ts'
import { programmesNamed } from '#app/exhibition/reuse/read.server.ts'
import { answerJson, nameIn, reusedEvent } from '../reuse/answer.server.ts'

/** One published exhibit, as it was published last. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, source } = await reusedEvent(context, params.event)
  const { read } = context.database
  const slug = nameIn(params.exhibitFile)
  const exhibit = slug && (await findExhibit(read, event.id, slug))
  if (!exhibit) throw notFound()
  const [media, programmes] = await Promise.all([
    readShownMedia(read, exhibit.id, exhibit.content),
    programmesNamed(read, event.id, exhibit.content),
  ])
  return answerJson(exhibitJson(source, { ...exhibit, media, programmes }))
}
