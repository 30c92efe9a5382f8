import type { FormEvent, RefObject } from 'react'
import { turned } from '#app/exhibition/plan/geometry.ts'
import type { Change } from '#app/exhibition/plan/step.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { changesIn, manyChanges } from './board-fields.ts'
import { BoothInputs, BoxInputs, LabelInputs } from './board-inputs.tsx'
import { nameOf } from './plan-words.ts'
import type { PlanActs } from './use-plan-acts.ts'
import type { DrawnThing, PlanBoard } from './use-plan-board.ts'

type Given = { board: PlanBoard; acts: PlanActs; side: RefObject<HTMLElement> }

/** Beside the drawing: the fields of what is chosen, and the booths that wait for a place. */
export function BoardSide({ board, acts, side }: Given) {
  const { t } = board.speech
  const things = board.drawn.filter(({ id }) => board.chosen.has(id))
  const [only] = things
  return (
    <aside className="card stack plan-side" ref={side} aria-label={t('drawing:side.title')}>
      {!only && <p className="muted">{t('drawing:board.none')}</p>}
      {only && things.length === 1 && (
        <One key={`${only.id} ${JSON.stringify(only.box)}`} thing={only} board={board} acts={acts} />
      )}
      {things.length > 1 && <Many things={things} board={board} acts={acts} />}
      <Waiting board={board} acts={acts} />
    </aside>
  )
}

function One({ thing, board, acts }: { thing: DrawnThing; board: PlanBoard; acts: PlanActs }) {
  const { event, speech, hall } = board
  const { t, language } = speech
  function apply(submitted: FormEvent<HTMLFormElement>) {
    submitted.preventDefault()
    acts.change(changesIn(thing, new FormData(submitted.currentTarget)))
  }
  return (
    <form className="stack" onSubmit={apply}>
      <h2>{nameOf(thing, speech)}</h2>
      {thing.exhibits.length > 0 && (
        <p className="small">
          {t('drawing:side.shown')}{' '}
          {thing.exhibits.map(({ id, title }) => (
            <a key={id} className="apart" href={`/desk/events/${event.slug}/exhibition/${id}`}>
              <LocalizedText text={title} language={language} />
            </a>
          ))}
        </p>
      )}
      {thing.kind === 'booth' ? (
        <BoothInputs thing={thing} t={t} />
      ) : (
        <LabelInputs thing={thing} t={t} languages={event.languages} />
      )}
      <BoxInputs thing={thing} t={t} />
      <p className="row">
        <button type="submit" className="button">
          {t('drawing:side.apply')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => acts.put(new Map([[thing.id, turned(thing.box, hall)]]))}
        >
          {t('drawing:side.turn')}
        </button>
        <button type="button" className="button quiet" onClick={() => acts.takeAway([thing])}>
          {t(thing.kind === 'booth' ? 'drawing:side.off' : 'drawing:side.remove')}
        </button>
      </p>
    </form>
  )
}

function Many({ things, board, acts }: { things: DrawnThing[]; board: PlanBoard; acts: PlanActs }) {
  const { t } = board.speech
  const booths = things.filter(({ kind }) => kind === 'booth')
  const [first] = booths
  const align = (axis: 'x' | 'y') => {
    const edge = Math.min(...things.map(({ box }) => box[axis]))
    acts.put(new Map(things.map(({ id, box }) => [id, { ...box, [axis]: edge }])))
  }
  function apply(submitted: FormEvent<HTMLFormElement>) {
    submitted.preventDefault()
    const changes: Change[] = manyChanges(booths, new FormData(submitted.currentTarget))
    acts.change(changes)
  }
  return (
    <form className="stack" onSubmit={apply}>
      <h2>{t('drawing:board.several', { count: things.length })}</h2>
      {first && <BoothInputs thing={first} t={t} isOfMany />}
      <p className="row">
        {first && (
          <button type="submit" className="button">
            {t('drawing:side.apply')}
          </button>
        )}
        <button type="button" className="button quiet" onClick={() => align('x')}>
          {t('drawing:side.left')}
        </button>
        <button type="button" className="button quiet" onClick={() => align('y')}>
          {t('drawing:side.top')}
        </button>
        <button type="button" className="button quiet" onClick={() => acts.takeAway(things)}>
          {t('drawing:side.off')}
        </button>
      </p>
    </form>
  )
}

/** So many of them stand here; the button above places all the others. */
const mostWaiting = 30

function Waiting({ board, acts }: { board: PlanBoard; acts: PlanActs }) {
  const { waiting, speech } = board
  const { t } = speech
  if (waiting.length === 0) return null
  return (
    <section className="tight" aria-labelledby="plan-waiting">
      <h3 id="plan-waiting">{t('drawing:side.waiting')}</h3>
      <ul className="plain-list row">
        {waiting.slice(0, mostWaiting).map((thing) => (
          <li key={thing.id}>
            <button
              type="button"
              className="button quiet"
              aria-label={t('drawing:side.place', { name: nameOf(thing, speech) })}
              onClick={() => acts.place(thing)}
            >
              <bdi>{thing.code}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
