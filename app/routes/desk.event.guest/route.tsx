import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readAsking, readDeskAsking, takeAsked } from '#app/answers/asked.server.ts'
import { checkTyped, type Problems } from '#app/answers/asked.ts'
import { deskAnswering } from '#app/answers/behalf.server.ts'
import { behalfForm, givenFrom, noteForm } from '#app/answers/forms.ts'
import { readGuestPage } from '#app/answers/guest-page.server.ts'
import { renewAttendeeLink, renewLink, sendLink } from '#app/answers/link.server.ts'
import { attendeeLinkMail, holderOf, linkMail } from '#app/answers/link-mail.server.ts'
import { addNote } from '#app/answers/notes.server.ts'
import { readAnswerPage } from '#app/answers/read.server.ts'
import { submitOnBehalf, submitWithdrawal } from '#app/answers/submit.server.ts'
import { displayName } from '#app/directory/names.ts'
import { clearDocuments } from '#app/files/document.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readGuestMails } from '#app/inbox/read.server.ts'
import { stopReminders } from '#app/invitations/reminders.server.ts'
import { answerLink, siteOf } from '#app/invitations/token.server.ts'
import { readGuestLetters } from '#app/letters/register.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { derivedId, newId } from '#db/id.server.ts'
import { linksOf } from '../answer/open.server.ts'
import { readStory } from './chapters.server.ts'
import { GuestPage } from './guest-page.tsx'
import { actOnNamed } from './named-acts.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { guest, page } = await openGuest(context, scope, params.invitation)
  const [story, language] = await Promise.all([
    readStory(context.database.read, scope, guest.invitation.id),
    readerLanguage(context, request),
  ])
  const canEdit = scope.can.has('guests.edit')
  const { invitation, people } = guest
  const holder = holderOf(guest)
  return {
    title: `${page.reader ? displayName(page.reader.names, language) : localize(page.organisation, language)} · ${translator(language)('common:appName')}`,
    slug: scope.slug,
    canEdit,
    page,
    asking: await readDeskAsking(context.database.read, scope, guest.invitation.id),
    invitation: {
      ...{ id: invitation.id, state: invitation.state, language: invitation.language },
      ...{ message: invitation.message, wrongRecipientAt: invitation.wrongRecipientAt },
      remindersStoppedAt: invitation.remindersStoppedAt,
    },
    holder,
    contacts: people.map(({ id, names, email, phone }) => ({ id, names, email, phone })),
    story,
    mails: await readGuestMails(context.database.read, scope, invitation.id),
    letters: await readGuestLetters(context.database.read, scope, invitation.id),
    // Whoever may only look must not be able to answer in a guest's name.
    share: canEdit && invitation.state !== 'revoked' ? shareOf(guest, context) : null,
    links: canEdit && invitation.state !== 'revoked' ? linksOf(page, context, language) : {},
    canAct: canEdit && invitation.state !== 'revoked' && page.event.state !== 'cancelled',
    requestId: newId(),
    newId: newId(),
    done: new URL(request.url).searchParams.get('done'),
  }
}

function shareOf(guest: Awaited<ReturnType<typeof openGuest>>['guest'], context: MajlisContext) {
  const link = answerLink(siteOf(context.env), guest.invitation)
  const { name, phone } = holderOf(guest)
  const { language } = guest.invitation
  const text = translator(language)('guests:share.text', {
    name,
    event: localize(guest.event.name, language),
    link,
  })
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^00/, '')
  return { link, whatsApp: `https://wa.me/${digits}?${new URLSearchParams({ text })}` }
}

async function openGuest({ database, now }: MajlisContext, scope: EventScope, invitationId = '') {
  const [guest, page] = await Promise.all([
    readGuestPage(database.read, scope, invitationId, now()),
    readAnswerPage(database.read, deskAnswering(scope, invitationId), now()),
  ])
  if (!guest || !page) throw notFound()
  return { guest, page }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const form = await readRequestForm(request)
  const invitationId = params.invitation ?? ''
  const here = `/desk/events/${scope.slug}/guests/${invitationId}`
  switch (form.get('intent')) {
    case 'answer':
      return answer(context, scope, { invitationId, here, form, request })
    case 'note':
      return note(context, scope, { invitationId, here, form })
    case 'sendLink':
      return mailLink(context, scope, { invitationId, here, form })
    case 'renewLink':
      return makeNewLink(context, scope, { invitationId, here, form })
    case 'stopReminders':
    case 'allowReminders':
      return setReminders(context, scope, { invitationId, here, form })
    case 'withdraw':
      return withdraw(context, scope, { invitationId })
    default:
      return actOnNamed({ context, scope, request, invitationId, here, form })
  }
}

type Target = { invitationId: string; here: string; form: FormData }

async function answer(
  context: MajlisContext,
  scope: EventScope,
  { invitationId, here, form, request }: Target & { request: Request },
) {
  const { page } = await openGuest(context, scope, invitationId)
  const { database, files } = context
  const { asking, typed, broken } = await takeAsked({ database, files }, scope, {
    asking: await readAsking(database.read, { eventId: scope.eventId, invitationId }),
    ...{ form, now: context.now(), mayKeep: async () => true },
  })
  const refuse = (
    formErrors: string[],
    status: number,
    problems: Problems | null = null,
    clashes: string[] = [],
  ) =>
    data(
      { about: 'answer', result: submission.reply({ formErrors }), clashes, asked: { typed, problems } },
      { status },
    )
  const submission = readForm(form, behalfForm)
  if (submission.status !== 'success')
    return data(
      { about: 'answer', result: submission.reply(), clashes: [], asked: { typed, problems: null } },
      { status: 400 },
    )
  const { via, note, beyondCapacity, ...said } = submission.value
  const answer = givenFrom(said, {
    openParts: [],
    isOrganisation: page.isOrganisation,
    language: await readerLanguage(context, request),
    idFor: (requestId, row) => derivedId(invitationId, requestId, row),
  })
  // Who rings up may not know everything: nothing is demanded here.
  const checking = { replies: answer.replies, isOpen: () => true, demands: false, broken }
  const checked = checkTyped(asking, typed, checking)
  if (checked.problems) return refuse(['formHasErrors'], 400, checked.problems)
  const given = { ...answer, said: checked.said }
  const answered = await submitOnBehalf(database, scope, {
    ...{ invitationId, given, via, note, beyondCapacity },
    site: siteOf(context.env),
    now: context.now(),
  })
  if (!answered.ok && answered.reason === 'notFound') throw notFound()
  if (!answered.ok)
    return refuse(
      [`answer:refused.${answered.reason}`],
      409,
      null,
      answered.clashes?.map(({ id }) => id),
    )
  const sent = { ids: Object.keys(asking.files), now: context.now() }
  await clearDocuments({ database, files }, scope, sent)
  context.wakeWorker()
  return redirect(`${here}?done=answered`, { status: 303 })
}

async function note(context: MajlisContext, scope: EventScope, { invitationId, here, form }: Target) {
  const submission = readForm(form, noteForm)
  if (submission.status !== 'success')
    return data({ about: 'note', result: submission.reply(), clashes: [], asked: null }, { status: 400 })
  const added = await context.database.write((tx) =>
    addNote(tx, scope, { id: newIdOf(form), invitationId, content: submission.value, now: context.now() }),
  )
  if (!added.ok) throw notFound()
  return redirect(`${here}?done=noted#note-${added.id}`, { status: 303 })
}

async function mailLink(context: MajlisContext, scope: EventScope, { invitationId, here, form }: Target) {
  const { guest } = await openGuest(context, scope, invitationId)
  const { read } = context.database
  const [site, attendeeId] = [siteOf(context.env), form.get('attendee')]
  const write = () =>
    attendeeId
      ? attendeeLinkMail(read, guest, { attendeeId: String(attendeeId), site })
      : linkMail(read, guest, site)
  const mail = guest.invitation.state === 'revoked' ? null : await write()
  if (!mail) throw notFound()
  await context.database.write((tx) => sendLink(tx, scope, { invitationId, mail, now: context.now() }))
  context.wakeWorker()
  return redirect(`${here}?done=linkSent`, { status: 303 })
}

async function setReminders(context: MajlisContext, scope: EventScope, { invitationId, here, form }: Target) {
  await openGuest(context, scope, invitationId)
  const isStopped = form.get('intent') === 'stopReminders'
  const change = { invitationIds: [invitationId], isStopped, now: context.now() }
  await context.database.write((tx) => stopReminders(tx, scope, change))
  return redirect(`${here}?done=${isStopped ? 'remindersStopped' : 'remindersAllowed'}`, { status: 303 })
}

async function makeNewLink(context: MajlisContext, scope: EventScope, { invitationId, here, form }: Target) {
  const given = { invitationId, secret: context.env.APP_SECRET, now: context.now() }
  const attendeeId = form.get('attendee')
  const renewed = await context.database.write((tx) =>
    attendeeId
      ? renewAttendeeLink(tx, scope, { ...given, attendeeId: String(attendeeId) })
      : renewLink(tx, scope, given),
  )
  if (!renewed.ok) throw notFound()
  return redirect(`${here}?done=linkRenewed`, { status: 303 })
}

async function withdraw(
  context: MajlisContext,
  scope: EventScope,
  { invitationId }: { invitationId: string },
) {
  const site = siteOf(context.env)
  const withdrawn = await submitWithdrawal(context.database, scope, {
    invitationId,
    site,
    now: context.now(),
  })
  if (!withdrawn.ok) throw notFound()
  context.wakeWorker()
  return redirect(`/desk/events/${scope.slug}/guests?done=withdrawn`, { status: 303 })
}

export default GuestPage
