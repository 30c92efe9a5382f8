import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { readCalendarDates } from '#app/answers/read.server.ts'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { calendarEntry } from '#app/calendar/entry.ts'
import { readCalendarHost } from '#app/calendar/host.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { calendarDate } from '#app/invitations/calendar-part.ts'

/** One part that the guest comes to, to add to their own calendar: one date a file, as phones want it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const scope = await findInvitationByToken(read, params.token)
  const found = scope && (await readCalendarDates(read, scope, context.now()))
  const { searchParams } = new URL(request.url)
  const wanted = searchParams.get('part')
  const date = wanted ? found?.dates.find(({ part }) => part.id === wanted) : found?.dates[0]
  if (!scope || !found || !date) throw notFound()
  const asked = searchParams.get('lang')
  const file = calendarEntry({
    ...calendarDate({
      ...date,
      event: found.facts,
      language: isLanguage(asked) ? asked : scope.language,
      calendarHost: await readCalendarHost(read, context.env.APP_URL),
      now: context.now(),
    }),
    url: `${context.env.APP_URL}/${scope.language}/${found.facts.slug}`,
    method: 'PUBLISH',
  })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      // ASCII only: other names get lost on the way into mail and phones.
      'Content-Disposition': 'attachment; filename="invite.ics"',
    },
  })
}
