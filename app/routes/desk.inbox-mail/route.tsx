import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { placeForm } from '#app/inbox/forms.ts'
import { readInboxMail, readPlaces } from '#app/inbox/read.server.ts'
import { believeReport, placeMail, settleMail } from '#app/inbox/settle.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { Act } from '../desk.event.inbox-mail/decide.tsx'
import { MailFacts } from '../desk.event.inbox-mail/mail-facts.tsx'
import { MailText } from '../desk.event.inbox-mail/mail-text.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.mail.subject }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const { read } = context.database
  const [found, office, places] = await Promise.all([
    readInboxMail(read, scope, params.unplaced),
    readOffice(read, scope),
    readPlaces(read, scope),
  ])
  if (!found) throw notFound()
  const { calendar: _, fingerprint: __, ...mail } = found.mail
  return { mail, settledBy: found.settledBy, zone: office.zone, places }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const form = await readRequestForm(request)
  const { database } = context
  const given = { mailId: params.unplaced ?? '', now: context.now() }
  const intent = form.get('intent')
  if (intent === 'place') {
    const submission = readForm(form, placeForm)
    if (submission.status !== 'success') throw notFound()
    const { event: eventId } = submission.value
    const placed = await database.write((tx) => placeMail(tx, scope, { ...given, eventId }))
    if (!placed.ok) throw notFound()
    return redirect(`/desk/events/${placed.slug}/inbox/${given.mailId}?done=placed`, { status: 303 })
  }
  const settled = await database.write(async (tx) => {
    if (intent === 'believe') return believeReport(tx, scope, given)
    if (intent !== 'done' && intent !== 'reopen') throw notFound()
    return settleMail(tx, scope, { ...given, state: intent === 'done' ? 'done' : 'waiting' })
  })
  if (!settled.ok) throw notFound()
  const done = intent === 'believe' ? 'believed' : intent === 'done' ? 'settled' : 'reopened'
  return redirect(`/desk/inbox?done=${done}`, { status: 303 })
}

/** One mail that no event has: read it, give it to an event, or be done with it. */
export default function OfficeMail() {
  const { mail, settledBy, zone, places } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack">
      <p>
        <Link to="/desk/inbox" className="target">
          {t('inbox:backToList')}
        </Link>
      </p>
      <h1>
        <bdi className="wraps">{mail.subject || t(`inbox:kind.${mail.kind}`)}</bdi>
      </h1>
      <p>{t([`inbox:reason.${mail.reason as 'other'}`, 'inbox:reason.other'])}</p>
      <MailFacts {...{ mail, settledBy, zone }} attendee={null} part={null} answered={null} home={null} />
      <Form method="post" className="row" aria-label={t('inbox:act.title')}>
        {mail.state === 'waiting' && mail.report?.recipient && (
          <Act intent="believe" label={t('inbox:act.believe')} />
        )}
        {mail.state === 'waiting' ? (
          <Act intent="done" label={t('inbox:act.done')} isQuiet />
        ) : (
          mail.state !== 'recorded' && <Act intent="reopen" label={t('inbox:act.reopen')} isQuiet />
        )}
      </Form>
      <MailText mail={mail} />
      {places.length > 0 && (
        <section className="card stack" aria-labelledby="place">
          <h2 id="place">{t('inbox:act.placeTitle')}</h2>
          <Form method="post" className="stack">
            <div className="field">
              <label htmlFor="event">{t('inbox:act.event')}</label>
              <select id="event" name="event">
                {places.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {localize(name, language)}
                  </option>
                ))}
              </select>
            </div>
            <p>
              <Act intent="place" label={t('inbox:act.place')} />
            </p>
          </Form>
        </section>
      )}
    </div>
  )
}
