import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { organisationChoices, tagsInUse } from '#app/directory/read.server.ts'
import { readEvent } from '#app/events/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import {
  candidatesPerPage,
  readOrganisationCandidates,
  readOrganisationIds,
  readPersonCandidates,
  readPersonIds,
} from '#app/invitations/candidates.server.ts'
import { type InviteSearch, inviteForm, inviteSearch } from '#app/invitations/forms.ts'
import { invitePersons } from '#app/invitations/invite.server.ts'
import { inviteOrganisations } from '#app/invitations/invite-organisations.server.ts'
import { readForm } from '#app/ui/read-form.ts'

export { InvitePage as default } from './invite-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { read } = context.database
  const search = searchOf(request)
  const isPersons = search.side === 'persons'
  const [settings, tags, organisations, persons, institutions] = await Promise.all([
    readEvent(read, scope),
    tagsInUse(read, scope),
    isPersons ? organisationChoices(read, scope) : [],
    isPersons ? readPersonCandidates(read, scope, choiceOf(search), search.page) : null,
    isPersons ? null : readOrganisationCandidates(read, scope, choiceOf(search), search.page),
  ])
  const total = persons?.total ?? institutions?.total ?? 0
  const t = translator(await readerLanguage(context, request))
  const count = (name: string) => Number(new URL(request.url).searchParams.get(name)) || 0
  return {
    title: `${t('invitations:invite.title')} · ${t('common:appName')}`,
    slug: scope.slug,
    search,
    ...{ tags, organisations, persons, institutions, total },
    pages: Math.max(1, Math.ceil(total / candidatesPerPage)),
    parts: settings.parts.map(({ id, name, audience }) => ({ id, name, audience })),
    canWrite: scope.can.has('mail.send'),
    done:
      new URL(request.url).searchParams.get('done') === 'invited'
        ? { invited: count('invited'), extended: count('extended'), already: count('already') }
        : null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const search = searchOf(request)
  const submission = readForm(await readRequestForm(request), inviteForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const given = submission.value
  const refuse = (reason: 'noChoice' | 'noParts' | 'cancelled', status: number) =>
    data({ result: submission.reply({ formErrors: [`invitations:refused.${reason}`] }) }, { status })
  if (given.which === 'chosen' && !given.id.length) return refuse('noChoice', 400)
  const ids = given.which === 'all' ? await allThatMatch(context.database.read, scope, search) : given.id
  const { seats, alternates, policy, part: partIds } = given
  const inviting = { partIds, policy, secret: context.env.APP_SECRET, now: context.now() }
  const result = await context.database.write((tx) =>
    search.side === 'persons'
      ? invitePersons(tx, scope, { personIds: ids, ...inviting })
      : inviteOrganisations(tx, scope, {
          organisations: ids.map((id) => ({ id, seats, alternates })),
          ...inviting,
        }),
  )
  if (!result.ok) return refuse(result.reason, 409)
  const { ok: _, ...counts } = result
  return redirect(`/desk/events/${scope.slug}/invite?${addressOf(search, { done: 'invited', ...counts })}`, {
    status: 303,
  })
}

type Reader = Parameters<typeof readPersonIds>[0]

/** The filter is posted and resolved here: a browser that holds one page cannot name those of the others. */
function allThatMatch(read: Reader, scope: EventScope, search: InviteSearch): Promise<string[]> {
  const choice = choiceOf(search)
  return search.side === 'persons'
    ? readPersonIds(read, scope, choice)
    : readOrganisationIds(read, scope, choice)
}

function searchOf(request: Request): InviteSearch {
  return inviteSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
}

function choiceOf({ search, kind, tag, language, organisation, who, side }: InviteSearch) {
  return {
    ...{ search, kind, tag, language },
    ...(side === 'persons' && { organisationId: organisation }),
    withInvited: who === 'all',
  }
}

function addressOf({ page: _, ...search }: InviteSearch, more: Record<string, string | number>) {
  const kept = Object.entries({ ...search, ...more }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return new URLSearchParams(kept.map(([key, value]) => [key, String(value)]))
}
