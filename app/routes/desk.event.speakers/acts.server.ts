import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { setContact } from '#app/agenda/enrol.server.ts'
import { contactForm, requestForm, speakerReminderForm } from '#app/agenda/speaker-forms.ts'
import { replaceSpeakerLink, submitSpeakerRequests } from '#app/answers/ask-speakers.server.ts'
import { setSpeakerReminder } from '#app/answers/remind-speakers.server.ts'
import type { SpeakerLetterKind } from '#app/answers/speaker-letter.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { eraseSpeaker } from '#app/privacy/speakers.server.ts'
import { readForm } from '#app/ui/read-form.ts'

function back(scope: EventScope, query: Record<string, string>) {
  return redirect(`/desk/events/${scope.slug}/speakers?${new URLSearchParams(query)}`, { status: 303 })
}

const doneBy = { ask: 'asked', remind: 'reminded', thank: 'thanked' } as const

/** Asks, reminds or thanks some speakers, or all whom that is due to. */
export async function ask(
  { database, env, now, wakeWorker }: MajlisContext,
  scope: EventScope,
  form: FormData,
  kind: SpeakerLetterKind,
) {
  const submission = readForm(form, requestForm)
  const refused = (status: number, formErrors?: string[]) =>
    data(
      { intent: 'ask' as const, role: '', result: submission.reply(formErrors && { formErrors }) },
      { status },
    )
  if (submission.status !== 'success') return refused(400)
  const { which, role, word } = submission.value
  if (which === 'chosen' && !role.length) return refused(400, ['speakers:refused.nobodyChosen'])
  const asked = await submitSpeakerRequests(database, scope, {
    ...{ kind, word, site: siteOf(env), now: now() },
    roleIds: which === 'all' ? undefined : role,
  })
  if (!asked.ok) return refused(409, [`speakers:refused.${asked.reason}`])
  wakeWorker()
  return back(scope, {
    done: doneBy[kind],
    count: String(asked.mailed),
    without: String(asked.withoutAddress),
  })
}

/** Keeps when speakers are reminded by themselves. */
export async function saveReminder({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, speakerReminderForm)
  if (submission.status !== 'success')
    return data({ intent: 'reminder' as const, role: '', result: submission.reply() }, { status: 400 })
  const days = submission.value.days ?? null
  await database.write((tx) => setSpeakerReminder(tx, scope, { days, now: now() }))
  return back(scope, { done: 'reminder' })
}

/** Keeps where and in which language somebody is written to. */
export async function saveContact({ database, env, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, contactForm)
  const role = String(form.get('role') ?? '')
  if (submission.status !== 'success')
    return data({ intent: 'contact' as const, role, result: submission.reply() }, { status: 400 })
  const { email, language } = submission.value
  const saved = await database.write((tx) =>
    setContact(tx, scope, {
      ...{ roleId: role, email: email || null, language, secret: siteOf(env).secret, now: now() },
    }),
  )
  if (!saved.ok) throw notFound()
  return back(scope, { done: 'contact' })
}

/** Gives somebody a new link; the old one is dead. */
export async function renew({ database, env, now }: MajlisContext, scope: EventScope, form: FormData) {
  const roleId = String(form.get('role') ?? '')
  const { secret } = siteOf(env)
  const renewed = await database.write((tx) => replaceSpeakerLink(tx, scope, { roleId, secret, now: now() }))
  if (!renewed.ok) throw notFound()
  return back(scope, { done: 'renewed' })
}

/** Takes somebody who is no guest out of the event, as they asked. */
export async function erase(context: MajlisContext, scope: EventScope, form: FormData) {
  if (!scope.can.has('guests.edit')) throw notFound()
  const speakerId = String(form.get('speaker') ?? '')
  const erased = await eraseSpeaker(context, scope, { speakerId, now: context.now() })
  if (!erased.ok) throw notFound()
  return back(scope, { done: 'erased' })
}
