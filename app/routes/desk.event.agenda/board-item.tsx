import { Link } from '@remix-run/react'
import { memo } from 'react'
import type { BoardItem as Item } from '#app/agenda/board.ts'
import { isPause } from '#app/agenda/rules.ts'
import { trackColour } from '#app/agenda/tracks.ts'
import { formatTimeRange } from '#app/i18n/format.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { sized } from './board-size.ts'
import { labelOf, type Speech } from './board-words.ts'

type Given = {
  item: Item
  speech: Speech
  /** What is to be looked at again, a sentence each. */
  warned: string
  isNew: boolean
  address: string
  place?: { top: number; height: number; start: number; width: number }
}

/** Lower than this, an item has room for its title only. */
const shortPx = 52

/** An item in the grid or the side list: a link that can be dragged, stretched and moved by keys. */
export const BoardItem = memo(function BoardItem({ item, speech, warned, isNew, address, place }: Given) {
  const { language, zone } = speech
  const classes = [
    'board-item',
    ...(place ? [] : ['waiting']),
    ...(place && place.height < shortPx ? ['short'] : []),
    ...(isPause(item.kind) ? ['quiet'] : []),
    ...(item.trackColour ? ['track', trackColour(item.trackColour)] : []),
    ...(warned ? ['is-warned'] : []),
    ...(isNew ? ['is-new'] : []),
  ]
  return (
    <Link
      to={`${address}/${item.id}`}
      discover="none"
      className={classes.join(' ')}
      data-item={item.id}
      draggable={false}
      aria-label={labelOf(item, speech, warned)}
      aria-describedby="board-keys"
      title={warned || undefined}
      ref={
        place &&
        sized({
          'inset-block-start': place.top,
          'block-size': place.height,
          'inset-inline-start': place.start,
          'inline-size': place.width,
        })
      }
    >
      <span className="board-grip" aria-hidden="true" />
      <span className="board-title">
        {warned && (
          <span className="board-sign" aria-hidden="true">
            !
          </span>
        )}
        <LocalizedText text={item.title} language={language} />
      </span>{' '}
      <span className="board-time">
        <bdi>{formatTimeRange(new Date(item.startsAt), new Date(item.endsAt), language, zone)}</bdi>
      </span>
      {place && <span className="board-edge start" data-grip="start" aria-hidden="true" />}
      {place && <span className="board-edge end" data-grip="end" aria-hidden="true" />}
    </Link>
  )
})
