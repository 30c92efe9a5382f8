import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { comma, formatNumber } from '#app/i18n/format.ts'
import { localize, missingLanguages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { MissingIn } from '../desk.event.agenda/missing-in.tsx'
import { RoomForm } from './room-form.tsx'
import type { action, loader } from './route.tsx'

export type Room = ReturnType<typeof useLoaderData<typeof loader>>['rooms'][number]

const doings = ['roomAdded', 'roomSaved', 'roomRemoved'] as const

/** Where agenda items take place. One form is open at a time, the one its address names. */
export function RoomsPage() {
  const { rooms } = useLoaderData<typeof loader>()
  const t = useText()
  const isAnswered = useActionData<typeof action>() !== undefined
  const [search] = useSearchParams()
  const open = search.get('room')
  const done = doings.find((doing) => doing === search.get('done'))
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('agenda:room.title')}</h1>
        <p className="row">
          <Link className="target" to="../tracks" relative="path">
            {t('programme:rooms.toTracks')}
          </Link>
          <Link className="target" to="../headsets" relative="path">
            {t('programme:heads.go')}
          </Link>
          {open !== 'new' && (
            <Link className="button" to="?room=new#room">
              {t('agenda:room.add')}
            </Link>
          )}
        </p>
      </div>
      {done && !isAnswered && <Notice kind="success">{t(`agenda:done.${done}`)}</Notice>}
      {rooms.length > 1 && <p className="muted">{t('agenda:room.hint')}</p>}
      {rooms.length === 0 && open !== 'new' && <p className="card empty">{t('agenda:room.none')}</p>}
      {rooms.length > 0 && (
        <ul className="card plain-list rows">
          {rooms.map((room, index) => (
            <li key={room.id}>
              {room.id === open ? <RoomForm room={room} /> : <RoomRow room={room} index={index} />}
            </li>
          ))}
        </ul>
      )}
      {open === 'new' && (
        <div className="card">
          <RoomForm />
        </div>
      )}
    </div>
  )
}

function RoomRow({ room, index }: { room: Room; index: number }) {
  const { rooms, languages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const name = localize(room.name, language)
  const heard = room.channels
    .map((one, at) =>
      t('programme:channel', {
        language: t(`agenda:language.${one}`),
        channel: formatNumber(at + 1, language),
      }),
    )
    .join(comma(language))
  const counted = (count: number) => ({ count, number: formatNumber(count, language) })
  return (
    <div className="row between part-row">
      <div className="tight">
        <p className="row tags">
          <span className="strong">
            <LocalizedText text={room.name} language={language} />
          </span>
          <MissingIn languages={missingLanguages(room.name, languages)} />
        </p>
        <p className="muted small">
          {room.capacity !== null && `${t('agenda:room.seats', counted(room.capacity))} · `}
          {t('agenda:room.items', counted(Number(room.items)))}
          {room.channels.length > 0 && ` · ${t('programme:rooms.list', { channels: heard })}`}
        </p>
      </div>
      <div className="row">
        <OrderButtons
          name="room"
          value={room.id}
          up={t('agenda:room.up', { name })}
          down={t('agenda:room.down', { name })}
          isFirst={index === 0}
          isLast={index === rooms.length - 1}
        />
        <Link
          className="button quiet"
          to={`?room=${room.id}#room`}
          aria-label={t('agenda:room.editNamed', { name })}
        >
          {t('common:edit')}
        </Link>
      </div>
    </div>
  )
}
