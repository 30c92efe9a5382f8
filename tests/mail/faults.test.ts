import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'
import { aSink, generous, later, rows, sendAll, waiting } from '#tests/support/mail.ts'
import type { Fault, Stage } from '#tests/support/smtp.ts'

const one = { ...generous, connections: 1 }

/*
 * What becomes of an invitation when a real server fails with it, and of a second attempt once the server is well. A line
 * that is closed at one command was closed after the one before: at MAIL after EHLO, at RCPT after MAIL.
 */
test.each<[Stage, Fault, 'queued' | 'failed' | 'unknown', number]>([
  ['connect', 'reset', 'queued', 1],
  ['connect', 'stall', 'queued', 1],
  ['connect', 421, 'queued', 1],
  ['connect', 554, 'queued', 1],
  ['ehlo', 'close', 'queued', 1],
  ['ehlo', 'reset', 'queued', 1],
  ['mail', 'close', 'queued', 1],
  ['mail', 451, 'queued', 1],
  ['mail', 553, 'failed', 0],
  ['rcpt', 'close', 'queued', 1],
  ['rcpt', 450, 'queued', 1],
  ['rcpt', 550, 'failed', 0],
  ['dataCommand', 'close', 'queued', 1],
  ['dataCommand', 'reset', 'queued', 1],
  ['data', 'close', 'queued', 1],
  ['data', 'stall', 'unknown', 0],
  ['dot', 'close', 'unknown', 1],
  ['dot', 'stall', 'unknown', 1],
  ['dot', 452, 'queued', 1],
  ['dot', 554, 'failed', 0],
])(
  'an invitation to a server that fails at %s with %s is %s, and arrives %i times',
  async (stage, fault, state, copies) => {
    const database = await testDatabase()
    let isWell = false
    const sink = await aSink((moment) => (moment.stage === stage && !isWell ? fault : undefined))
    await waiting(database, [{}])
    await sendAll({ database, sink, limits: one })
    expect((await rows(database)).map((row) => row.state)).toEqual([state])
    isWell = true
    // Whatever its next attempt is; what is in doubt has none, and neither has what was refused for good.
    await sendAll({ database, sink, limits: one, at: later(24 * 60) })
    expect(sink.received).toHaveLength(copies)
    expect((await rows(database)).map((row) => row.state)).toEqual([state === 'queued' ? 'sent' : state])
  },
)
