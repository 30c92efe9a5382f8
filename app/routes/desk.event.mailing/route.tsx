import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent, requireUser } from '#app/accounts/guard.server.ts'
import { readName } from '#app/accounts/read.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import { organisationChoices, tagsInUse } from '#app/directory/read.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { isSecondPerson } from '#app/invitations/approval.server.ts'
import {
  countAudience,
  readLeftOut,
  readPreviewGuests,
  readRecipients,
} from '#app/invitations/audience.server.ts'
import { mailingAct, mailingSearch } from '#app/invitations/forms.ts'
import { readMailing, readMailingCounts } from '#app/invitations/read.server.ts'
import { isEditable, missingTexts } from '#app/invitations/rules.ts'
import { dueAtOf } from '#app/invitations/schedule.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { act, saveLetter } from './acts.server.ts'
import { readCarried } from './carried.server.ts'
import { readDeparture } from './departure.server.ts'

export { MailingPage as default } from './mailing-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const guestsPerPage = 25
const leftOutShown = 10

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const mailing = await readMailing(read, scope, params.mailing)
  if (!mailing) throw notFound()
  const asked = mailingSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const facts = await readEventFacts(read, scope.eventId)
  const [counts, audience, guests, previewGuests, user, organisations, tags, needsSecond, approver] =
    await Promise.all([
      readMailingCounts(read, scope, mailing.id),
      countAudience(read, scope, mailing),
      readRecipients(read, scope, mailing, { size: guestsPerPage, number: asked.page }),
      readPreviewGuests(read, scope, facts.languages),
      requireUser(context, request),
      organisationChoices(read, scope),
      tagsInUse(read, scope),
      needsSecondPerson(read, scope),
      readName(read, mailing.approvedBy),
    ])
  const leftOut = audience.leftOut.length ? await readLeftOut(read, scope, mailing, leftOutShown) : []
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const sample = facts.languages.includes(language) ? language : facts.languages[0]
  const guest = asked.guest || (previewGuests[0]?.invitationId ?? `sample:${sample}`)
  const { id, kind, name, state, subject, body, schedule, trouble, withCalendar, enclosing } = mailing
  return {
    title: `${name} · ${t('common:appName')}`,
    mailing: {
      id,
      kind,
      name,
      state,
      subject,
      body,
      schedule,
      trouble,
      withCalendar,
      enclosing,
      approver,
      audience: mailing.audience,
    },
    dueAt: schedule && dueAtOf(schedule, facts),
    needsOther: needsSecond && !isSecondPerson(user.id, mailing),
    ...{ organisations, tags },
    event: {
      slug: scope.slug,
      state: facts.state,
      languages: facts.languages,
      zone: facts.zone,
      parts: facts.parts.map(({ id, name, answerBy, audience }) => ({
        ...{ id, name, hasDeadline: answerBy !== null },
        isByInvitation: audience === 'invited',
      })),
    },
    // For the copy that can be made of it, and for a test.
    newId: newId(),
    asked: { ...asked, guest },
    ...{ counts, audience, guests, leftOut, previewGuests },
    pages: Math.max(1, Math.ceil(audience.total / guestsPerPage)),
    missing: missingTexts(mailing, audience.byLanguage),
    isEditable: isEditable(counts) && state !== 'scheduled' && scope.can.has('mail.send'),
    canSend: scope.can.has('mail.send'),
    canEditGuests: scope.can.has('guests.edit'),
    testAddress: user.email,
    carried: await readCarried(read, scope, mailing),
    departure: await readDeparture(context, scope, mailing.id),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const user = await requireUser(context, request)
  const mailing = await readMailing(context.database.read, scope, params.mailing)
  if (!mailing) throw notFound()
  const form = await readRequestForm(request)
  const desk = { context, scope, user, mailing }
  // The letter's own form brings the letter with it: whatever it asks for, what was typed is kept first.
  if (form.has('name')) {
    const refused = await saveLetter(desk, form)
    if (refused) return refused
  }
  const submission = readForm(form, mailingAct)
  if (submission.status !== 'success') throw notFound()
  return act(desk, submission.value, newIdOf(form))
}
