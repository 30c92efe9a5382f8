import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { zoneChoices } from '#app/accounts/rules.ts'
import { createEvent } from '#app/events/edit.server.ts'
import { newEventForm } from '#app/events/forms.ts'
import { readOfficeDefaults } from '#app/events/read.server.ts'
import { meetingWithExhibition } from '#app/events/template.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { NewEvent as default } from './new-event.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('events:new.title')} · ${t('common:appName')}`,
    ...(await readOfficeDefaults(context.database.read, scope)),
    newId: newId(),
    zones: zoneChoices(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const form = await readRequestForm(request)
  const submission = readForm(form, newEventForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { template, meetingOn, exhibitionFrom, exhibitionTo, slug = '', ...event } = submission.value
  const parts =
    template === 'meeting_exhibition' && meetingOn && exhibitionFrom && exhibitionTo
      ? meetingWithExhibition({ meetingOn, exhibitionFrom, exhibitionTo, zone: event.zone })
      : []
  const made = await context.database.write((tx) =>
    createEvent(tx, scope, { id: newIdOf(form), event: { ...event, slug, parts }, now: context.now() }),
  )
  if (made.ok) return redirect(`/desk/events/${made.slug}/settings?done=created`, { status: 303 })
  if (made.reason === 'notFound') throw notFound()
  const fieldErrors = { slug: [`events:refused.${made.reason}`] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}
