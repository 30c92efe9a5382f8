import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { renderDrawing, renderPdf } from '#app/documents/pdf.server.ts'
import { posterChoice } from '#app/exhibition/paper/choice.ts'
import { exhibitionPoster } from '#app/exhibition/paper/posters.ts'
import { posterToSee, printLabels, printPosters } from '#app/exhibition/paper/print.server.ts'
import { readPosterFrame } from '#app/exhibition/paper/read.server.ts'
import { answerFile } from '#app/http/document.server.ts'
import { officeLogo } from '#app/letters/letterhead-logo.server.ts'

/** Posters and labels as files: of the booths, of the entrance, or as a drawing to be looked at. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.view')
  const { read } = context.database
  const [frame, logo] = await Promise.all([readPosterFrame(read, scope), officeLogo(context, scope)])
  const choice = posterChoice(new URL(request.url).searchParams, frame.languages)
  const print = { frame, choice, logo, appUrl: context.env.APP_URL }
  const pdf = (bytes: Uint8Array | ReadableStream<Uint8Array> | null, name: string) => {
    if (!bytes) throw notFound()
    const file = { mediaType: 'application/pdf', name: `${scope.slug}-${name}.pdf`, isInline: true }
    return answerFile(bytes, file)
  }
  switch (params.poster) {
    case 'booths.pdf':
      return pdf(await printPosters(read, scope, print), `posters-${choice.paper}`)
    case 'labels.pdf':
      return pdf(await printLabels(read, scope, print), `labels-${choice.sheet}`)
    case 'entrance.pdf':
      return pdf(await renderPdf(exhibitionPoster(print)), `entrance-${choice.paper}`)
    case 'preview.svg': {
      const drawing = await renderDrawing(await posterToSee(read, scope, print))
      const file = { mediaType: 'image/svg+xml', name: 'preview.svg', isInline: true }
      return answerFile(new TextEncoder().encode(drawing), file)
    }
    default:
      throw notFound()
  }
}
