import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { trackColour } from '#app/agenda/tracks.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize, missingLanguages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { MissingIn } from '../desk.event.agenda/missing-in.tsx'
import type { action, loader } from './route.tsx'
import { TrackForm } from './track-form.tsx'

export type Track = ReturnType<typeof useLoaderData<typeof loader>>['tracks'][number]

const doings = ['added', 'saved', 'removed'] as const

/** The threads of an agenda. One form is open at a time, the one its address names. */
export function TracksPage() {
  const { tracks } = useLoaderData<typeof loader>()
  const t = useText()
  const isAnswered = useActionData<typeof action>() !== undefined
  const [search] = useSearchParams()
  const open = search.get('track')
  const done = doings.find((doing) => doing === search.get('done'))
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('programme:tracks.title')}</h1>
        {open !== 'new' && (
          <Link className="button" to="?track=new#track">
            {t('programme:tracks.add')}
          </Link>
        )}
      </div>
      {done && !isAnswered && <Notice kind="success">{t(`programme:tracks.${done}`)}</Notice>}
      <p className="muted">{t('programme:tracks.lead')}</p>
      {tracks.length === 0 && open !== 'new' && <p className="card empty">{t('programme:tracks.none')}</p>}
      {tracks.length > 0 && (
        <ul className="card plain-list rows">
          {tracks.map((track) => (
            <li key={track.id}>
              {track.id === open ? <TrackForm track={track} /> : <TrackRow track={track} />}
            </li>
          ))}
        </ul>
      )}
      {open === 'new' && (
        <div className="card">
          <TrackForm />
        </div>
      )}
    </div>
  )
}

function TrackRow({ track }: { track: Track }) {
  const { languages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const count = Number(track.items)
  return (
    <div className="row between part-row">
      <div className="tight">
        <p className="row tags">
          <span className={`tag track ${trackColour(track.colour)}`}>
            <LocalizedText text={track.name} language={language} />
          </span>
          <MissingIn languages={missingLanguages(track.name, languages)} />
        </p>
        <p className="muted small">
          {t('programme:tracks.items', { count, number: formatNumber(count, language) })}
        </p>
      </div>
      <Link
        className="button quiet"
        to={`?track=${track.id}#track`}
        aria-label={t('programme:tracks.editNamed', { name: localize(track.name, language) })}
      >
        {t('common:edit')}
      </Link>
    </div>
  )
}
