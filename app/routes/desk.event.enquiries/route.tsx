import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readExhibit, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import {
  countEnquiries,
  enquiriesPerPage,
  readEnquiries,
  settleEnquiry,
} from '#app/exhibition/voices/enquiries.server.ts'
import { voicesSearch } from '#app/exhibition/voices/forms.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { eraseVisitorEnquiry } from '#app/privacy/enquiries.server.ts'

export { EnquiriesPage as default } from './enquiries-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What visitors left at the booths to be answered; with `exhibit` at one of them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const asked = voicesSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const exhibit = asked.exhibit ? await readExhibit(read, scope, asked.exhibit) : null
  if (asked.exhibit && !exhibit) throw notFound()
  const place = { eventId: scope.eventId, exhibitId: exhibit?.id ?? null }
  const [event, counts, enquiries] = await Promise.all([
    readExhibitionEvent(read, scope),
    countEnquiries(read, place),
    readEnquiries(read, place, asked),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('voices:desk.enquiries')} · ${t('common:appName')}`,
    ...{ event, counts, enquiries, asked },
    exhibit: exhibit && { id: exhibit.id, title: exhibit.title },
    pages: Math.max(1, Math.ceil(counts[asked.shown] / enquiriesPerPage)),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const form = await readRequestForm(request)
  const done = await act(context, scope, form)
  const url = new URL(request.url)
  url.searchParams.set('done', done)
  return redirect(url.pathname + url.search, { status: 303 })
}

async function act({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const intent = String(form.get('intent'))
  const which = { enquiryId: String(form.get('enquiry') ?? ''), now: now() }
  switch (intent) {
    case 'settle':
    case 'reopen': {
      const given = { ...which, exhibitId: null, isDone: intent === 'settle' }
      const settled = await database.write((tx) => settleEnquiry(tx, scope, given))
      if (!settled.ok) throw notFound()
      return intent === 'settle' ? 'settled' : 'reopened'
    }
    case 'erase': {
      const erased = await database.write((tx) => eraseVisitorEnquiry(tx, scope, which))
      if (!erased.ok) throw notFound()
      return 'erased'
    }
    default:
      throw notFound()
  }
}
