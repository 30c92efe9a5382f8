import type { SubmissionResult } from '@conform-to/react'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readRecipient } from '#app/invitations/audience.server.ts'
import { issueAudience, issueForm, issueTerms } from '#app/letters/forms.ts'
import { issueLetters, readReaders } from '#app/letters/issue.server.ts'
import { readSignatories } from '#app/letters/letterhead.server.ts'
import { readTemplates } from '#app/letters/templates.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { IssuePage as default } from './issue-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const wanted = new URL(request.url).searchParams.get('invitation')
  const guest = wanted ? await readRecipient(read, scope, { invitationId: wanted }) : null
  if (wanted && !guest) throw notFound()
  const everybody = { audience: { who: 'all' as const }, invitationId: wanted, isFirst: true }
  const [facts, templates, signatories, readers] = await Promise.all([
    readEventFacts(read, scope.eventId),
    readTemplates(read, scope, language),
    readSignatories(read, scope),
    readReaders(read, scope, everybody),
  ])
  const t = translator(language)
  return {
    title: `${t('letters:issue.title')} · ${t('common:appName')}`,
    slug: scope.slug,
    guest: guest && { person: guest.person, organisationName: guest.organisationName },
    invitation: wanted ?? '',
    parts: facts.parts.map(({ id, name }) => ({ id, name })),
    templates: templates.map(({ id, kind, name }) => ({ id, kind, name })),
    signatories: signatories.map(({ id, names, position }) => ({ id, names, position })),
    count: readers.length,
    first: readers[0]?.invitationId ?? 'sample:en',
    today: isoDay(context.now(), facts.zone),
    newId: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const form = await readRequestForm(request)
  const submission = readForm(form, issueForm)
  if (submission.status !== 'success') return data(refused(submission.reply()), { status: 400 })
  const given = submission.value
  const audience = issueAudience(given)
  const batchId = newIdOf(form)
  if (form.get('intent') === 'issue') {
    // Nobody writes more letters, or others, than the number on the button said; the same form again is not counted.
    const issuing = { ...audience, terms: issueTerms(given), batchId, now: context.now() }
    const issued = await issueLetters(context.database, scope, {
      ...issuing,
      expected: given.expected ?? null,
    })
    if (issued.ok)
      return redirect(`/desk/events/${scope.slug}/letters?batch=${batchId}&done=issued`, { status: 303 })
    if (issued.reason !== 'recounted') {
      const formErrors = [issued.reason.includes(':') ? issued.reason : `letters:refused.${issued.reason}`]
      return data(refused(submission.reply({ formErrors })), { status: 409 })
    }
  }
  const readers = await readReaders(context.database.read, scope, audience)
  const isRecount = form.get('intent') === 'issue'
  return data({ result: submission.reply(), count: readers.length, isRecount })
}

const refused = (result: SubmissionResult) => ({ result, count: null, isRecount: false })
