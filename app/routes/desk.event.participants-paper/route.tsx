import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { answerFile } from '#app/http/document.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { listFilter, paperLanguages } from '#app/participants/filter.ts'
import {
  listPdf,
  listSheet,
  mostInSheet,
  mostOnPaper,
  orderPdf,
  type Paper,
  platesPdf,
} from '#app/participants/papers.server.ts'
import { readForPaper, readOccasion } from '#app/participants/read.server.ts'

const pdf = 'application/pdf'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Each paper by the name of its file. */
const papers: Record<string, { mediaType: string; make: (paper: Paper) => Promise<Uint8Array> }> = {
  'list.pdf': { mediaType: pdf, make: listPdf },
  'list.xlsx': { mediaType: xlsx, make: listSheet },
  'plates.pdf': { mediaType: pdf, make: platesPdf },
  'speaking.pdf': { mediaType: pdf, make: (paper) => orderPdf(paper, 'speaking') },
  'seating.pdf': { mediaType: pdf, make: (paper) => orderPdf(paper, 'seating') },
}

/** The participants that a filter names, on paper or as a spreadsheet. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const name = params.paper ?? ''
  const wanted = Object.hasOwn(papers, name) ? papers[name] : undefined
  if (!wanted) throw notFound()
  const { read } = context.database
  const { searchParams } = new URL(request.url)
  const reader = await readerLanguage(context, request)
  const filter = listFilter(searchParams, reader)
  const { event, parts } = await readOccasion(read, scope)
  const part = parts.find(({ id }) => id === filter.part) ?? null
  if (filter.part && !part) throw notFound()
  const most = wanted.mediaType === pdf ? mostOnPaper : mostInSheet
  const rows = await readForPaper(read, scope, filter, most)
  const languages = paperLanguages(searchParams, reader)
  const bytes = await wanted.make({ event, part, rows, filter, languages, now: context.now() })
  return answerFile(bytes, { mediaType: wanted.mediaType, name: `${scope.slug}-${name}` })
}
