import { closeSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/*
 * What a worker has in hand, in a file of its own: a line when it begins to hand a message over, one more with the
 * server's words when it was taken. Several messages share a transaction at either end, so when a worker is killed the
 * database alone would leave all of them in doubt; with the file only those under way at that instant are. A line costs no
 * flush: it is there for a killed process, whose writes the system keeps. After a power cut it proves nothing, and the
 * boot's id in the first line tells.
 */

export type HandLog = {
  /** To be called before the first byte goes. */
  begun(messageId: string): void
  sent(messageId: string, response: string): void
  close(): void
}

/** What a dead worker had begun, with the server's words where it was taken: `null` where nobody knows. */
export type InHand = ReadonlyMap<string, string | null>

const mostLines = 10_000
const noLog: HandLog = { begun: () => {}, sent: () => {}, close: () => {} }

/**
 * A log nobody can write is none: then all that a dead worker held is in doubt. `unsettled` is what of it still counts
 * when it is cut short.
 */
export function openHandLog(folder: string, worker: string, unsettled: () => Iterable<string>): HandLog {
  const boot = bootId()
  const path = pathOf(folder, worker)
  const file = boot && openToAppend(path)
  if (!file) return noLog
  let lines = 0
  const begin = () => {
    ftruncateSync(file)
    writeSync(file, [boot, ...unsettled(), ''].join('\n'))
    lines = 0
  }
  const add = (line: string) => {
    writeSync(file, `${line}\n`)
    if (++lines > mostLines) begin()
  }
  begin()
  return {
    begun: add,
    sent: (messageId, response) => add(sentLine(messageId, response)),
    close() {
      closeSync(file)
      rmSync(path, { force: true })
    },
  }
}

/** The server's words are one line already. */
export function sentLine(messageId: string, response: string): string {
  return `${messageId} ${response}`
}

/** What a worker that is dead had in hand; null when that cannot be known here any more. */
export function readHandLog(folder: string, worker: string): InHand | null {
  try {
    const [boot, ...lines] = readFileSync(pathOf(folder, worker), 'utf8').split('\n')
    if (!boot || boot !== bootId()) return null
    const inHand = new Map<string, string | null>()
    for (const line of lines) {
      const [id = '', ...words] = line.split(' ')
      inHand.set(id, words.length ? words.join(' ') : null)
    }
    return inHand
  } catch {
    return null
  }
}

export function removeHandLog(folder: string, worker: string): void {
  rmSync(pathOf(folder, worker), { force: true })
}

/** A worker's name ends in an id of its own. */
function pathOf(folder: string, worker: string): string {
  return join(folder, `majlis-sending-${worker.slice(worker.lastIndexOf(':') + 1)}`)
}

function openToAppend(path: string): number | null {
  try {
    return openSync(path, 'a', 0o600)
  } catch {
    return null
  }
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}
