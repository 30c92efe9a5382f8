import { Form, useLoaderData } from '@remix-run/react'
import type { NamedOne } from '#app/answers/named.ts'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { MemberHead } from '../answer/members.tsx'
import { AnswerFor } from './answer-for.tsx'
import { Decide } from './decide.tsx'
import { NameSubstitute, WithdrawSubstitute } from './name-substitute.tsx'
import type { loader } from './route.tsx'
import { CopyableLink } from './share.tsx'

/** Whom an institution sends, or who comes in a guest's place, with all that the desk decides and enters about them. */
export function Named() {
  const { page, canAct } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const people = page.isOrganisation ? page.names : page.substitutes
  const number = (value: number) => formatNumber(value, language)
  if (!page.isOrganisation && !people.length && !canAct) return null
  const alternates = page.names.filter(({ seat }) => seat === 'alternate').length
  return (
    <section className="card stack" aria-labelledby="named">
      <h2 id="named">{page.isOrganisation ? t('delegation:desk.title') : t('delegation:desk.substitute')}</h2>
      {page.isOrganisation && (
        <p className="muted">
          {t('delegation:desk.places', {
            delegates: number(page.seats - page.places.delegates),
            seats: number(page.seats),
            standing: number(alternates),
            alternates: number(page.alternates),
          })}{' '}
          {page.focal.name && t('delegation:focal.line', { name: page.focal.name })}{' '}
          <bdi dir="ltr">{page.focal.phone}</bdi>
        </p>
      )}
      {page.isOrganisation && !people.length && <p className="muted">{t('guests:nobodyNamed')}</p>}
      <ul className="plain-list rows">
        {people.map((person) => (
          <li key={person.id} className="stack">
            <div className="member">
              <MemberHead member={person} />
            </div>
            {person.wrongRecipientAt && <p className="notice warning">{t('delegation:desk.wrong')}</p>}
            {canAct && <Acts person={person} />}
          </li>
        ))}
      </ul>
      {canAct && !page.isOrganisation && <NameSubstitute />}
    </section>
  )
}

/** What can be done about one of them, as they stand. */
function Acts({ person }: { person: NamedOne }) {
  const { page } = useLoaderData<typeof loader>()
  if (person.seat === 'refused') return null
  const isSubstitute = !page.isOrganisation
  return (
    <>
      {person.seat === 'requested' && <Decide person={person} isSubstitute={isSubstitute} />}
      {person.seat !== 'requested' && <AnswerFor person={person} />}
      {person.hasLink && <OwnLink person={person} />}
      {isSubstitute && <WithdrawSubstitute person={person} />}
    </>
  )
}

function OwnLink({ person }: { person: NamedOne }) {
  const { links } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const link = links[person.id]
  const label = t('delegation:link.of', { name: displayName(person.names, language) })
  if (!link) return null
  return (
    <details className="act">
      <summary aria-label={label}>{t('delegation:link.title')}</summary>
      <div className="stack">
        <CopyableLink link={link.link} label={label} />
        <div className="row">
          <a className="button quiet" href={link.whatsApp} rel="noopener noreferrer" target="_blank">
            {t('guests:share.whatsApp')}
          </a>
          {person.email && (
            <Form method="post">
              <input type="hidden" name="attendee" value={person.id} />
              <button type="submit" className="button quiet" name="intent" value="sendLink">
                {t('guests:share.mail')}
              </button>
            </Form>
          )}
        </div>
        <Confirm
          intent="renewLink"
          title={t('guests:renew.title')}
          effect={t('guests:renew.effect')}
          act={t('guests:renew.act')}
        >
          <input type="hidden" name="attendee" value={person.id} />
        </Confirm>
      </div>
    </details>
  )
}
