import { useState } from 'react'
import { furnitureKinds } from '#app/exhibition/plan/kinds.ts'
import type { Thing } from '#app/exhibition/plan/step.ts'
import type { PlanActs } from './use-plan-acts.ts'
import type { PlanBoard } from './use-plan-board.ts'

type Kind = Thing['kind']
type Given = {
  board: PlanBoard
  acts: PlanActs
  what: Kind
  setWhat: (what: Kind) => void
  isDrawing: boolean
  setIsDrawing: (isDrawing: boolean) => void
  zoom: number
  setZoom: (zoom: number) => void
}

/** What can be done to the drawing as a whole: adding, undoing, looking closer. */
export function BoardBar(given: Given) {
  const { board, acts, zoom, setZoom } = given
  const { t } = board.speech
  const { canUndo, canRedo, isSaving } = board.shown
  return (
    <>
      <div className="row between">
        <Adding {...given} />
        <div className="row">
          <button type="button" className="button quiet" disabled={!canUndo} onClick={acts.undo}>
            {t('drawing:board.undo')}
          </button>
          <button type="button" className="button quiet" disabled={!canRedo} onClick={acts.redo}>
            {t('drawing:board.redo')}
          </button>
          <Step word={t('drawing:board.smaller')} sign="−" isOff={zoom <= 1} act={() => setZoom(zoom / 2)} />
          <Step word={t('drawing:board.larger')} sign="+" isOff={zoom >= 8} act={() => setZoom(zoom * 2)} />
          <span className="muted small" data-saving={isSaving}>
            {isSaving ? t('drawing:board.saving') : t('drawing:board.saved')}
          </span>
        </div>
      </div>
      <Keys board={board} />
    </>
  )
}

function Adding({ board, acts, what, setWhat, isDrawing, setIsDrawing }: Given) {
  const { t } = board.speech
  return (
    <div className="row">
      <select
        className="plan-what"
        aria-label={t('drawing:board.what')}
        value={what}
        onChange={(event) => setWhat(event.target.value as Kind)}
      >
        <option value="booth">{t('drawing:board.booth')}</option>
        {furnitureKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`plan:furniture.${kind}`)}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={() => acts.add()}>
        {t('drawing:board.put')}
      </button>
      <button
        type="button"
        className="button quiet"
        aria-pressed={isDrawing}
        onClick={() => {
          setIsDrawing(!isDrawing)
          acts.say(isDrawing ? '' : t('drawing:board.drawing'))
        }}
      >
        {t('drawing:board.draw')}
      </button>
    </div>
  )
}

function Step({ word, sign, isOff, act }: { word: string; sign: string; isOff: boolean; act: () => void }) {
  return (
    <button type="button" className="button quiet" aria-label={word} disabled={isOff} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}

function Keys({ board }: Pick<Given, 'board'>) {
  const { t } = board.speech
  const [isReading, setIsReading] = useState(false)
  return (
    <div>
      <button
        type="button"
        className="link"
        aria-expanded={isReading}
        aria-controls="board-keys"
        onClick={() => setIsReading(!isReading)}
      >
        {t('drawing:board.keys')}
      </button>
      <p id="board-keys" className={isReading ? 'muted small' : 'visually-hidden'}>
        {t('drawing:board.keysHint')}
      </p>
    </div>
  )
}
