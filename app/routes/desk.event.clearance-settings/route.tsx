import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { freshKeyRow } from '#app/clearance/data-key.server.ts'
import { settingsForm } from '#app/clearance/forms.ts'
import { countExpected, readExpected } from '#app/clearance/read.server.ts'
import { remindMissing } from '#app/clearance/remind.server.ts'
import { usualColumns, usualNotice } from '#app/clearance/rules.ts'
import { openKeyring } from '#app/clearance/seal.server.ts'
import {
  type Gate,
  isGateOpen,
  readGate,
  readPurges,
  type SettingsContent,
  saveClearanceSettings,
} from '#app/clearance/settings.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { localFromInstant } from '#app/i18n/zoned.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

export { SettingsPage as default } from './settings-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const { read } = context.database
  const gate = await readGate(read, scope.eventId)
  const { event, parts, settings } = gate
  const t = translator(await readerLanguage(context, request))
  const { searchParams } = new URL(request.url)
  const content = settings ?? usual(gate, context.now())
  return {
    title: `${t('clearance:settings.title')} · ${t('common:appName')}`,
    slug: scope.slug,
    zone: event.zone,
    parts: parts.map(({ id, name }) => ({ id, name })),
    content,
    // As the field wants it: in the event's zone, not the browser's.
    dueAt: localFromInstant(content.dueAt, event.zone),
    hasKeyring: openKeyring(context.env) !== null,
    mayView: scope.can.has('clearance.view'),
    progress:
      settings && isGateOpen(gate, { now: context.now() }) ? await readProgress(read, scope, settings) : null,
    purges: await readPurges(read, scope),
    done: searchParams.get('done'),
    reminded: Number(searchParams.get('reminded')) || 0,
  }
}

/** How many of the missing are named; the rest is counted. */
const named = 20

/** Whether forms are there, and nothing of what they say. */
async function readProgress(
  read: MajlisContext['database']['read'],
  scope: EventScope,
  settings: NonNullable<Gate['settings']>,
) {
  const counts = await countExpected(read, scope, settings)
  const filter = { search: '', state: 'missing' as const }
  const { people } = await readExpected(read, scope, settings, { filter, page: 1 })
  const missing = people
    .slice(0, named)
    .map(({ id, names, organisationName }) => ({ id, names, organisationName }))
  return { counts, missing, more: counts.missing + counts.incomplete - missing.length }
}

/** What stands in the form before anybody has set it up. */
function usual({ event, parts }: Gate, now: Date): SettingsContent {
  const first = Math.min(...parts.map(({ startsAt }) => startsAt.getTime()))
  return {
    isOn: false,
    partIds: [],
    asked: ['vehicle', 'driver', 'arrival'],
    dueAt: new Date((Number.isFinite(first) ? first : now.getTime()) - usualNotice),
    institutionFills: true,
    columns: [...usualColumns],
    languages: event.languages.includes('ar') ? ['ar', 'en'] : ['en'],
    purgeDays: 7,
    contact: { name: '', email: '', phone: '' },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'save':
      return save(context, scope, form)
    case 'remind':
      return remind(context, scope)
    default:
      throw notFound()
  }
}

const back = (scope: EventScope, done: string) =>
  redirect(`/desk/events/${scope.slug}/clearance/settings?${done}`, { status: 303 })

async function save(context: MajlisContext, scope: EventScope, form: FormData) {
  const { database, env } = context
  const now = context.now()
  const { event } = await readGate(database.read, scope.eventId)
  const submission = readForm(form, settingsForm(event.zone))
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const keyring = openKeyring(env)
  const keyRow = keyring && freshKeyRow(keyring, scope.eventId, now)
  const content = submission.value
  const saved = await database.write((tx) => saveClearanceSettings(tx, scope, { content, keyRow, now }))
  if (saved.ok) return back(scope, 'done=saved')
  const formErrors = [`clearance:settings.refused.${saved.reason}`]
  return data({ result: submission.reply({ formErrors }) }, { status: 409 })
}

async function remind({ database, env, now }: MajlisContext, scope: EventScope) {
  const site = { appUrl: env.APP_URL, secret: env.APP_SECRET }
  const reminded = await remindMissing(database, scope, { site, now: now() })
  if (!reminded.ok) throw notFound()
  return back(scope, `done=reminded&reminded=${reminded.written}`)
}
