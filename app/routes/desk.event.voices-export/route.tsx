import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { writeCsv } from '#app/documents/spreadsheet.server.ts'
import { readExhibit, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import type { VisitedPlace } from '#app/exhibition/visits/read.server.ts'
import { readAllEnquiries } from '#app/exhibition/voices/enquiries.server.ts'
import { readAllFeedback } from '#app/exhibition/voices/feedback.server.ts'
import type { Score } from '#app/exhibition/voices/forms.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { localFromInstant } from '#app/i18n/zoned.ts'
import type { Reader } from '#db/client.server.ts'

/** What visitors left at booths, or what they made of exhibits, as a table; with `exhibit` of one alone. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const { pathname, searchParams } = new URL(request.url)
  const exhibitId = searchParams.get('exhibit') || null
  if (exhibitId && !(await readExhibit(read, scope, exhibitId))) throw notFound()
  const { zone } = await readExhibitionEvent(read, scope)
  const language = await readerLanguage(context, request)
  const place = { eventId: scope.eventId, exhibitId }
  const isEnquiries = pathname.endsWith('/enquiries.csv')
  const rows = await (isEnquiries ? enquiryRows : feedbackRows)(read, place, { language, zone })
  const name = isEnquiries ? 'enquiries' : 'feedback'
  return new Response(writeCsv(rows) as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${scope.slug}-${name}.csv"`,
    },
  })
}

type Shown = { language: Language; zone: string }

async function enquiryRows(read: Reader, place: VisitedPlace, { language, zone }: Shown) {
  const t = translator(language)
  const rows = await readAllEnquiries(read, place)
  return [
    [
      ...[t('visitor:exhibit.booth'), t('visits:exhibit'), t('visits:day'), t('visits:hour')],
      ...[t('voices:contact.name'), t('voices:contact.email'), t('voices:contact.phone')],
      ...[t('visits:language'), t('voices:contact.message'), t('voices:desk.done')],
    ],
    ...rows.map(({ booth, title, createdAt, name, email, phone, message, doneAt, ...row }) => [
      ...[booth, localize(title, language), ...dayAndTime(createdAt, zone)],
      ...[name, email, phone, row.language, message, doneAt && dayAndTime(doneAt, zone).join(' ')],
    ]),
  ]
}

async function feedbackRows(read: Reader, place: VisitedPlace, { language, zone }: Shown) {
  const t = translator(language)
  const rows = await readAllFeedback(read, place)
  return [
    [
      ...[t('visitor:exhibit.booth'), t('visits:exhibit'), t('visits:day'), t('visits:hour')],
      ...[t('visits:language'), t('voices:feedback.choose'), t('voices:desk.words')],
    ],
    ...rows.map(({ booth, title, createdAt, score, text, ...row }) => [
      ...[booth, title ? localize(title, language) : t('voices:desk.whole')],
      ...dayAndTime(createdAt, zone),
      ...[row.language, t(`voices:score.${score as Score}`), text],
    ]),
  ]
}

/** In the event's zone, as a spreadsheet sorts it. */
function dayAndTime(at: Date, zone: string): string[] {
  return localFromInstant(at, zone).split('T')
}
