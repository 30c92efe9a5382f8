import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { delegationOf, markOf, titledName } from '#app/participants/listed.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import type { loader } from './route.tsx'

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

/** The list as it results, delegation by delegation, with what moves each. */
export function OrderedPeople() {
  const { rows, page, size } = useLoaderData<typeof loader>()
  return (
    <ul className="card plain-list participants">
      {rows.map((row, index) => {
        const before = rows[index - 1]
        const isNewGroup = !before || delegationOf(before) !== delegationOf(row)
        return (
          <li key={row.id}>
            {isNewGroup && <Delegation row={row} />}
            <Person row={row} number={(page - 1) * size + index + 1} />
          </li>
        )
      })}
    </ul>
  )
}

function Delegation({ row }: { row: Row }) {
  const t = useText()
  const language = useLanguage()
  const name = localize(row.organisationName, language)
  return (
    <div className="participant-group row between">
      <p className="row tags">
        <span className="strong">
          <LocalizedText text={row.organisationName} language={language} />
        </span>
        <span className="muted small">{t(`guests:kind.${row.kind ?? 'other'}`)}</span>
        <PlacedTag subject="organisation" id={row.organisationId} />
      </p>
      {row.organisationId && <Acts subject="organisation" id={row.organisationId} name={name} />}
    </div>
  )
}

function Person({ row, number }: { row: Row; number: number }) {
  const { moving, filter, total } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const mark = markOf(row)
  const name = displayName(row.names, language)
  const isChosen = moving?.id === row.id
  return (
    <div className={isChosen ? 'participant chosen' : 'participant'} id={row.id}>
      <span className="muted">{!filter.search && <bdi>{formatNumber(number, language)}</bdi>}</span>
      <div className="tight">
        <p className="row tags">
          <bdi className="strong wraps">{titledName(row, language)}</bdi>
          {mark && <span className="tag">{t(`participants:mark.${mark}`)}</span>}
          <PlacedTag subject="attendee" id={row.id} />
        </p>
        <p className="muted small">
          <LocalizedText text={row.position} language={language} />
        </p>
      </div>
      <Acts
        subject="attendee"
        id={row.id}
        name={name}
        isFirst={!filter.search && number === 1}
        isLast={!filter.search && number === total}
      />
    </div>
  )
}

type ActsGiven = {
  subject: 'attendee' | 'organisation'
  id: string
  name: string
  isFirst?: boolean
  isLast?: boolean
}

function Acts({ subject, id, name, isFirst = false, isLast = false }: ActsGiven) {
  const { moving, canEdit, placed } = useLoaderData<typeof loader>()
  const t = useText()
  const [search] = useSearchParams()
  if (!canEdit) return null
  if (moving) return moving.subject === subject && moving.id !== id ? <Beside id={id} name={name} /> : null
  const { done: _, kinds: __, ...kept } = Object.fromEntries(search)
  const isPlaced = placed.places.some((one) => one.subject === subject && one.subjectId === id)
  return (
    <div className="row participant-acts">
      <OrderButtons
        name="subject"
        value={`${subject}:${id}`}
        up={t('participants:precedence.up', { name })}
        down={t('participants:precedence.down', { name })}
        isFirst={isFirst}
        isLast={isLast}
      />
      <Link
        className="button quiet"
        to={`?${new URLSearchParams({ ...kept, move: `${subject}:${id}` })}#moving-box`}
        aria-label={t('participants:precedence.placeNamed', { name })}
      >
        {t('participants:precedence.place')}
      </Link>
      {isPlaced && (
        <Form method="post">
          <input type="hidden" name="subject" value={`${subject}:${id}`} />
          <button
            type="submit"
            className="button quiet"
            name="intent"
            value="usual"
            aria-label={t('participants:precedence.usualNamed', { name })}
          >
            {t('participants:precedence.usual')}
          </button>
        </Form>
      )}
    </div>
  )
}

function Beside({ id, name }: { id: string; name: string }) {
  const { moving } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <Form method="post" className="row participant-acts">
      <input type="hidden" name="subject" value={`${moving?.subject}:${moving?.id}`} />
      <input type="hidden" name="anchor" value={id} />
      {(['before', 'after'] as const).map((side) => (
        <button
          key={side}
          type="submit"
          className="button quiet"
          name="intent"
          value={side}
          aria-label={t(`participants:precedence.${side}Named`, { name })}
        >
          {t(`participants:precedence.${side}`)}
        </button>
      ))}
    </Form>
  )
}

function PlacedTag({ subject, id }: { subject: 'attendee' | 'organisation'; id: string | null }) {
  const { placed } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const found = placed.places.find((one) => one.subject === subject && one.subjectId === id)
  if (!found) return null
  const person = placed.people.find((one) => one.id === found.anchorId)
  const body = placed.organisations.find((one) => one.id === found.anchorId)
  const name = person ? displayName(person.names, language) : localize(body?.name, language)
  return <span className="tag sun">{t(`participants:precedence.placed.${found.place}`, { name })}</span>
}
