import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { alongRoute, routeIn } from '#app/exhibition/tours/route-in.ts'
import { keepFeedback } from '#app/exhibition/voices/feedback.server.ts'
import { feedbackForm } from '#app/exhibition/voices/forms.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { saidOf } from '../site/said-of.server.ts'
import { siteMeta } from '../site/site-meta.ts'

export { FeedbackPage as default } from './feedback-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [...siteMeta(data), { name: 'robots', content: 'noindex' }] : []

/** Holds the id of one form: nobody may keep it. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

/** What somebody thinks of an exhibit, or of the exhibition as a whole; nobody learns who. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language, exhibit } = await saidOf(context, params)
  const query = new URL(request.url).searchParams
  const home = `/${language}/${event.slug}/exhibition`
  const of = localize(exhibit?.content.title ?? event.name, language)
  return {
    newId: newId(),
    exhibit: exhibit && { title: exhibit.content.title, booth: exhibit.booth },
    event: { name: event.name },
    back: exhibit ? alongRoute(`${home}/${exhibit.slug}`, routeIn(query)) : home,
    isSent: query.has('sent'),
    /** A face that was pressed on the page before is chosen already. */
    score: query.get('score'),
    title: `${translator(language)('voices:feedback.title')} · ${of}`,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, language, exhibit } = await saidOf(context, params)
  const form = await readRequestForm(request)
  const submission = readForm(form, feedbackForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { website, score, text } = submission.value
  const url = new URL(request.url)
  url.searchParams.delete('score')
  url.searchParams.set('sent', 'yes')
  const sent = redirect(url.pathname + url.search, { status: 303 })
  // Only a machine fills what nobody sees; it need not learn that it was noticed.
  if (website) return sent
  if (!(await context.limits.feedback(context.clientKey, exhibit?.id ?? event.id)))
    return data({ result: submission.reply({ formErrors: ['voices:refused.tooMany'] }) }, { status: 429 })
  const said = { score, text, language, createdAt: context.now() }
  const about = { id: newIdOf(form), eventId: event.id, exhibitId: exhibit?.id ?? null }
  await context.database.write((tx) => keepFeedback(tx, { ...about, ...said }))
  return sent
}
