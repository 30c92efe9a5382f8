import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { planAnswers, submitAnswers } from '#app/answers/answer-many.server.ts'
import { planBulk } from '#app/answers/bulk.server.ts'
import { mostAtOnce } from '#app/answers/bulk.ts'
import { manyAnswerForm } from '#app/answers/forms.ts'
import { readGuestParts } from '#app/answers/guest-choices.server.ts'
import { replies } from '#app/answers/rules.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import type { Reader } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { choosingIn, openChosen } from '../desk.event.guests-bulk/chosen.server.ts'

export { AnswerPage as default } from './answer-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

type Chosen = Awaited<ReturnType<typeof openChosen>>

/** Which answer to which parts, and what recording it would do: nothing happens before a button says so. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const chosen = await openChosen(context, request, params.event)
  const { read } = context.database
  const asked = await askedOf(read, chosen)
  const who = await planBulk(read, chosen.scope, chosen.selection, null)
  const isAsked = asked.partIds.length > 0 && asked.reply !== null
  const effect = isAsked
    ? await planAnswers(read, chosen.scope, chosen.selection, {
        ...{ ...asked, reply: asked.reply ?? 'accepted', now: context.now() },
      })
    : null
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('roster:act.answer')} · ${t('common:appName')}`,
    ...{ back: chosen.back, who, ...asked, effect, hidden: choosingIn(chosen.query), newId: newId() },
    isTooMany: (effect?.answered ?? 0) > mostAtOnce,
  }
}

/** The parts and the reply that an address names; parts of other events are none. */
async function askedOf(read: Reader, { scope, query }: Chosen) {
  const parts = await readGuestParts(read, scope)
  const wanted = query.getAll('of')
  return {
    parts,
    partIds: parts.filter(({ id }) => wanted.includes(id)).map(({ id }) => id),
    reply: replies.find((one) => one === query.get('reply')) ?? null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const chosen = await openChosen(context, request, params.event)
  const form = await readRequestForm(request)
  const { database, env, now, wakeWorker } = context
  const { partIds, reply } = await askedOf(database.read, chosen)
  if (!partIds.length || !reply) throw notFound()
  const submission = readForm(form, manyAnswerForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { scope, selection, back } = chosen
  const { answered } = await planAnswers(database.read, scope, selection, { partIds, reply, now: now() })
  if (answered > mostAtOnce) throw notFound()
  const { via, note, confirm } = submission.value
  const done = await submitAnswers(database, scope, {
    ...{ id: newIdOf(form), selection, site: siteOf(env), now: now() },
    answer: { partIds, reply, via, note, isQuiet: !confirm },
  })
  wakeWorker()
  const told = new URLSearchParams(Object.entries(done).map(([name, count]) => [name, String(count)]))
  return redirect(`${back}&done=answeredMany&${told}`, { status: 303 })
}
