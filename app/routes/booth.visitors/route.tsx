import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useRouteError } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { readVisits } from '#app/exhibition/visits/read.server.ts'
import {
  countEnquiries,
  enquiriesPerPage,
  readEnquiries,
  settleEnquiry,
} from '#app/exhibition/voices/enquiries.server.ts'
import { readScores, readWords } from '#app/exhibition/voices/feedback.server.ts'
import { voicesSearch } from '#app/exhibition/voices/forms.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { LostLink } from '../answer/lost-link.tsx'
import { openBooth } from '../booth/open.server.ts'
import { BoothVisitorsPage } from './visitors-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

/** For the team of a booth: who asked to be answered, what was said of the exhibit, and how often it was visited. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, event, exhibit, path, language, asked: named } = await openBooth(args)
  const url = new URL(args.request.url)
  if (!named) {
    url.searchParams.set('lang', language)
    throw redirect(url.pathname + url.search)
  }
  const { read } = args.context.database
  const asked = voicesSearch.parse(Object.fromEntries(url.searchParams))
  const place = { eventId: scope.eventId, exhibitId: scope.exhibitId }
  const [counts, enquiries, scores, { words }, visits] = await Promise.all([
    countEnquiries(read, place),
    readEnquiries(read, place, asked),
    readScores(read, place),
    readWords(read, place, 1),
    readVisits(read, place),
  ])
  return {
    title: translator(language)('voices:desk.title'),
    path,
    event: { office: event.office, zone: event.zone },
    exhibit: { title: exhibit.content.title },
    ...{ asked, counts, enquiries, words, visits },
    scores: scores.get(scope.exhibitId) ?? { 1: 0, 2: 0, 3: 0 },
    pages: Math.max(1, Math.ceil(counts[asked.shown] / enquiriesPerPage)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { scope, language } = await openBooth(args)
  const form = await readRequestForm(args.request)
  const intent = String(form.get('intent'))
  if (intent !== 'settle' && intent !== 'reopen') throw notFound()
  const { database, limits, now } = args.context
  if (!(await limits.write(scope.memberId))) return data({ refused: 'tooMany' } as const, { status: 429 })
  const settled = await database.write((tx) =>
    settleEnquiry(tx, scope, {
      ...{ enquiryId: String(form.get('enquiry') ?? ''), exhibitId: scope.exhibitId },
      ...{ isDone: intent === 'settle', now: now() },
    }),
  )
  if (!settled.ok) throw notFound()
  const url = new URL(args.request.url)
  url.searchParams.set('lang', language)
  url.searchParams.set('done', intent === 'settle' ? 'settled' : 'reopened')
  return redirect(url.pathname + url.search, { status: 303 })
}

export default function BoothVisitors() {
  return <BoothVisitorsPage />
}

export function ErrorBoundary() {
  return <LostLink error={useRouteError()} />
}
