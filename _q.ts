import { messages } from '#db/schema/mail.server.ts'
import { benchDatabase } from './tests/bench/database.ts'
import { serveSink } from './tests/bench/sink.ts'
import { anEvent } from './tests/support/builders.ts'
import { enqueueMany } from './app/mail/outbox.server.ts'
import { createTransport } from './app/mail/transport.server.ts'
import { emptyOutbox } from './app/mail/worker.server.ts'
import { aLetter, sendRaw } from './tests/bench/mailing.ts'
const database = await benchDatabase()
const { officeId, id: eventId } = await anEvent(database)
const sink = await serveSink()
const n = 1500
await database.write((tx) => enqueueMany(tx, Array.from({ length: n }, (_, i) => aLetter({ officeId, eventId, number: i }))))
const stored = await database.read.select().from(messages)
let turns = 0, spent = 0
const write: typeof database.write = async (work) => { const t = performance.now(); turns++; const r = await database.write(work); spent += performance.now() - t; return r }
const cpu = () => { const c = process.cpuUsage(); return (c.user + c.system) / 1000 }
const rs: number[] = [], cs: number[] = [], out: string[] = []
for (let i = 0; i < Number(process.argv[2] ?? 6); i++) {
  await database.write((tx) => tx.update(messages).set({ state: 'queued', settledAt: null }))
  let t = performance.now(), c = cpu(); spent = 0; turns = 0
  await emptyOutbox({ database: { ...database, write }, transport: createTransport({ url: sink.url, connections: 5 }), limits: { perMinute: 1e6, perDay: 1e8, connections: 5 }, now: () => new Date(), log: { info() {}, warn() {}, error() {} } })
  const a = performance.now() - t, ac = cpu() - c
  t = performance.now(); c = cpu()
  await sendRaw(sink.url, stored)
  const b = performance.now() - t, bc = cpu() - c
  rs.push(b / a); cs.push(bc / ac); out.push(`${(n / a * 1000) | 0}/${(n / b * 1000) | 0} w${(spent / a).toFixed(2)} t${(n/turns).toFixed(1)}`)
}
const med = (x: number[]) => x.sort((a, b) => a - b)[x.length >> 1]?.toFixed(2)
console.log('ratio', med(rs), 'cpu ratio', med(cs), out.join('  '))
await sink.stop(); await database.drop()
