import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { askBooth } from '#app/answers/enquiry.server.ts'
import { alongRoute, routeIn } from '#app/exhibition/tours/route-in.ts'
import { enquiryForm } from '#app/exhibition/voices/forms.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { readRetention } from '#app/privacy/retention.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { saidOf } from '../site/said-of.server.ts'
import { siteMeta } from '../site/site-meta.ts'

export { ContactPage as default } from './contact-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [...siteMeta(data), { name: 'robots', content: 'noindex' }] : []

/** Holds the id of one form, and after a mistake what somebody typed: nobody may keep it. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

/** A visitor asks a booth to get in touch, without its team's addresses being anybody's. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language, exhibit } = await saidOf(context, params)
  if (!exhibit) throw notFound()
  const query = new URL(request.url).searchParams
  const { texts, identities } = await readRetention(context.database.read, event.officeId)
  const { slug, booth, content } = exhibit
  const days = [texts, identities].filter((days) => days !== null)
  return {
    newId: newId(),
    event: { slug: event.slug, name: event.name },
    exhibit: { slug, booth, title: content.title, organisationName: content.organisationName },
    back: alongRoute(`/${language}/${event.slug}/exhibition/${slug}`, routeIn(query)),
    isSent: query.has('sent'),
    /** After how many days from the event's end the office erases it; null where it has no rule. */
    erasedAfter: days.length ? Math.min(...days) : null,
    title: `${translator(language)('voices:contact.title')} · ${localize(content.title, language)}`,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, language, exhibit } = await saidOf(context, params)
  if (!exhibit) throw notFound()
  const form = await readRequestForm(request)
  const submission = readForm(form, enquiryForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { website, ...words } = submission.value
  const url = new URL(request.url)
  url.searchParams.set('sent', 'yes')
  const sent = redirect(url.pathname + url.search, { status: 303 })
  // Only a machine fills what nobody sees; it need not learn that it was noticed.
  if (website) return sent
  if (!(await context.limits.enquiry(context.clientKey, exhibit.id)))
    return data({ result: submission.reply({ formErrors: ['voices:refused.tooMany'] }) }, { status: 429 })
  const { id, booth, content } = exhibit
  const mails = await askBooth(context.database, {
    ...{ id: newIdOf(form), eventId: event.id, exhibit: { id, booth, title: content.title } },
    ...{ words: { ...words, language }, site: siteOf(context.env), now: context.now() },
  })
  if (mails) context.wakeWorker()
  return sent
}
