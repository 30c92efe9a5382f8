import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import { readSpeakers } from '#app/agenda/speakers.server.ts'
import { type SpeakerState, speakerStates, standsAs } from '#app/agenda/speakers.ts'
import { readSpeakerReminder } from '#app/answers/remind-speakers.server.ts'
import { isToThank } from '#app/answers/speaker-mails.server.ts'
import { displayName } from '#app/directory/names.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf, speakerLink } from '#app/invitations/token.server.ts'
import { ask, erase, renew, saveContact, saveReminder } from './acts.server.ts'

export { SpeakersPage as default } from './speakers-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const onePage = 50

/** Everybody with a role, and where they stand: a link of theirs is shown only to those who may write mails. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const { searchParams } = new URL(request.url)
  const [event, everybody, second, language, reminderDays] = await Promise.all([
    readEventFrame(read, scope),
    readSpeakers(read, scope.eventId),
    needsSecondPerson(read, scope),
    readerLanguage(context, request),
    readSpeakerReminder(read, scope),
  ])
  const t = translator(language)
  const state = speakerStates.find((one) => one === searchParams.get('state')) ?? null
  const search = (searchParams.get('search') ?? '').trim().slice(0, 100)
  const people = everybody.filter((one) => (!state || standsAs(state, one)) && isFound(one, search, language))
  const pages = Math.max(1, Math.ceil(people.length / onePage))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1))
  const mayWrite = scope.can.has('mail.send')
  return {
    title: `${t('speakers:desk.title')} · ${t('common:appName')}`,
    event: { slug: scope.slug, zone: event.zone, languages: event.languages, state: event.state },
    ...{ state, search, page, pages, mayWrite, needsSecondPerson: second },
    counts: Object.fromEntries(
      speakerStates.map((one) => [one, everybody.filter((person) => standsAs(one, person)).length]),
    ) as Record<SpeakerState, number>,
    toThank: everybody.filter((person) => isToThank(person, context.now())).length,
    reminderDays,
    all: everybody.length,
    people: people.slice((page - 1) * onePage, page * onePage).map(({ speaker, ...person }) => ({
      ...person,
      askedAt: speaker?.askedAt ?? null,
      ownData: speaker && !person.attendeeId && scope.can.has('guests.edit') ? speaker.id : null,
      isToThank: isToThank({ speaker, ...person }, context.now()),
      link: speaker && mayWrite ? speakerLink(siteOf(context.env), speaker) : null,
    })),
    done: searchParams.get('done'),
    count: Number(searchParams.get('count') ?? 0) || 0,
    without: Number(searchParams.get('without') ?? 0) || 0,
  }
}

type Listed = Awaited<ReturnType<typeof readSpeakers>>[number]

function isFound({ holder }: Listed, search: string, language: Parameters<typeof displayName>[1]): boolean {
  if (!search) return true
  const { names, organisationName, position } = holder
  const text = [names.latin?.full, names.arabic?.full, displayName(names, language)]
  const words = [...text, localize(organisationName, language), localize(position, language)]
  return words.join(' ').toLowerCase().includes(search.toLowerCase())
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readRequestForm(request)
  const intent = form.get('intent')
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  if (!scope.can.has('agenda.edit')) throw notFound()
  switch (intent) {
    case 'ask':
    case 'remind':
    case 'thank':
      return ask(context, scope, form, intent)
    case 'reminder':
      return saveReminder(context, scope, form)
    case 'contact':
      return saveContact(context, scope, form)
    case 'erase':
      return erase(context, scope, form)
    case 'renew':
      return renew(context, scope, form)
    default:
      throw notFound()
  }
}
