import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { NamedOne } from '#app/answers/named.ts'
import type { AnswerPart } from '#app/answers/read.server.ts'
import { ruleText } from '#app/answers/waiting-text.ts'
import { displayName } from '#app/directory/names.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** Seats that are offered to the reader or to those they have named, and where they stand on a waiting list. */
export function Offers() {
  const { page } = useLoaderData<typeof loader>()
  if (page.event.state === 'cancelled') return null
  const offeredTo = (member: NamedOne, partId: string) =>
    member.statuses.find((one) => one.partId === partId && one.status === 'offered')?.offerUntil
  return (
    <>
      <OfferSaid />
      {page.parts.map((part) => (
        <PartWaiting key={part.id} part={part} />
      ))}
      {page.parts.flatMap((part) =>
        page.names.map((member) => {
          const until = offeredTo(member, part.id)
          return until && <Offer key={`${part.id} ${member.id}`} {...{ part, until, member }} />
        }),
      )}
    </>
  )
}

const said = ['take', 'giveUp', 'again'] as const
const refused = ['offerOver', 'deadlinePassed', 'withdrawn', 'eventCancelled', 'noSeatLeft'] as const

/** What came of a button, told above everything else. */
function OfferSaid() {
  const { offerSaid } = useLoaderData<typeof loader>()
  const t = useText()
  const done = said.find((one) => one === offerSaid)
  const no = refused.find((one) => one === offerSaid)
  if (done) return <Notice kind="success">{t(`waiting:said.${done}`)}</Notice>
  if (no) return <Notice kind="error">{t(`answer:refused.${no}`)}</Notice>
  return offerSaid === 'tooMany' ? <Notice kind="error">{t('errors:tooMany')}</Notice> : null
}

function PartWaiting({ part }: { part: AnswerPart }) {
  if (!part.waiting) return null
  if (part.waiting.offerUntil) return <Offer part={part} until={part.waiting.offerUntil} />
  return part.status === 'waitlisted' ? <Waits part={part} waiting={part.waiting} /> : null
}

type Offered = { part: AnswerPart; until: Date; member?: NamedOne }

/** A seat is kept until then: it is taken or given up by a button, never by opening the page. */
function Offer({ part, until, member }: Offered) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useZoneName(page.event.zone)
  const name = member && displayName(member.names, language)
  const id = `offer-${part.id}${member?.id ?? ''}`
  return (
    <section className="card stack offer" aria-labelledby={id}>
      <h2 id={id}>{name ? t('waiting:offer.titleOf', { name }) : t('waiting:offer.title')}</h2>
      <p>
        <LocalizedText text={part.name} language={language} />
      </p>
      <p>
        {t('waiting:offer.until')}{' '}
        <strong>
          <bdi>{formatInstant(until, 'dayAndTime', language, page.event.zone)}</bdi>
        </strong>{' '}
        <bdi className="muted small">({zone})</bdi>
      </p>
      <p className="muted small">{t('waiting:offer.then')}</p>
      <OfferForm part={part} member={member}>
        <button type="submit" className="button wide" name="says" value="take">
          {t('waiting:offer.take')}
        </button>
        <button type="submit" className="button quiet" name="says" value="giveUp">
          {t('waiting:offer.giveUp')}
        </button>
      </OfferForm>
    </section>
  )
}

function OfferForm({
  part,
  member,
  children,
}: {
  part: AnswerPart
  member?: NamedOne | undefined
  children: ReactNode
}) {
  const { path, requestId } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return (
    <form method="post" action={`${path}?lang=${language}`} className="stack">
      <input type="hidden" name="intent" value="offer" />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="part" value={part.id} />
      {member && <input type="hidden" name="attendee" value={member.id} />}
      {children}
    </form>
  )
}

type Waiting = NonNullable<AnswerPart['waiting']>

/** Where somebody who waits stands, and by which rule seats that become free are given. */
function Waits({ part, waiting }: { part: AnswerPart; waiting: Waiting }) {
  const t = useText()
  const language = useLanguage()
  const id = `waits-${part.id}`
  const { place, quota, rests, rule } = waiting
  return (
    <section className="card stack waits" aria-labelledby={id}>
      <h2 id={id}>{t('waiting:page.title')}</h2>
      <p>
        <LocalizedText text={part.name} language={language} />
      </p>
      {rests && <p>{t('waiting:page.rests')}</p>}
      {place !== null && (
        <p>
          <strong>{t('waiting:page.place', { place })}</strong>
        </p>
      )}
      {quota !== null && <p>{t('waiting:page.beyondQuota', { count: quota })}</p>}
      <p>{ruleText(t, rule)}</p>
      {rests && part.isOpen && (
        <OfferForm part={part}>
          <button type="submit" className="button" name="says" value="again">
            {t('waiting:page.again')}
          </button>
        </OfferForm>
      )}
    </section>
  )
}
