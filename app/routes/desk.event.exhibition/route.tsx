import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readTeamReminders, setTeamReminders } from '#app/answers/remind-teams.server.ts'
import { exhibitSearch } from '#app/exhibition/forms.ts'
import {
  countExhibits,
  exhibitionPageSize,
  readExhibitionEvent,
  readExhibits,
} from '#app/exhibition/read.server.ts'
import { teamRemindersForm } from '#app/exhibition/team/forms.ts'
import { countEnquiries } from '#app/exhibition/voices/enquiries.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'

export { ExhibitionPage as default } from './exhibition-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const { page, done, ...filter } = exhibitSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const mayWrite = scope.can.has('mail.send')
  const [event, counts, enquiries, found, reminders] = await Promise.all([
    readExhibitionEvent(read, scope),
    countExhibits(read, scope),
    countEnquiries(read, { eventId: scope.eventId, exhibitId: null }),
    readExhibits(read, scope, filter, page),
    mayWrite ? readTeamReminders(read, scope) : null,
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('desk:event.exhibition')} · ${t('common:appName')}`,
    ...{ event, counts, enquiries, filter, page, done, reminders, now: context.now() },
    ...found,
    pages: Math.max(1, Math.ceil(found.total / exhibitionPageSize)),
  }
}

/** Keeps when the teams of exhibits are reminded by themselves. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  if (!scope.can.has('mail.send')) throw notFound()
  const submission = readForm(await readRequestForm(request), teamRemindersForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { before = null, after = null } = submission.value
  await context.database.write((tx) => setTeamReminders(tx, scope, { before, after, now: context.now() }))
  return redirect(`/desk/events/${scope.slug}/exhibition?done=teamReminders`, 303)
}
