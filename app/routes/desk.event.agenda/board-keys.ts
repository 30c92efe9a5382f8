import { type BoardItem, movedBy, resizedBy, type Shown, stepMinutes } from '#app/agenda/board.ts'

type Pressed = { key: string; shiftKey: boolean }
type Field = { day: Shown; columns: readonly (string | null)[]; isMirrored: boolean }

/**
 * Where a key moves an item: arrows by five minutes or a room, with Shift its end (up, down) or its beginning (left,
 * right). “Right” is towards the right on the screen in either direction of writing. Null: the key means nothing here.
 */
export function movedByKey(
  item: BoardItem,
  { key, shiftKey }: Pressed,
  { day, columns, isMirrored }: Field,
): BoardItem | null {
  const down = { ArrowUp: -1, ArrowDown: 1 }[key]
  const right = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (down === undefined && right === undefined) return null
  const minutes = (down ?? 0) * stepMinutes
  const on = (right ?? 0) * (isMirrored ? -1 : 1)
  if (!shiftKey) return { ...item, ...movedBy(item, { minutes, columns: on }, { day, columns }) }
  const moved =
    down === undefined
      ? resizedBy(item, 'start', on * stepMinutes, day)
      : resizedBy(item, 'end', minutes, day)
  return { ...item, ...moved }
}
