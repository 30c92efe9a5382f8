import autocannon from 'autocannon'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { newId } from '#db/id.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'
import { benchDatabase } from './database.ts'
import { type Row, rate, secondsOf } from './measure.ts'
import { serveMajlis } from './server.ts'

const each = 1_000
/** The burst that the design asks for: 100 answers a second, for ten seconds. */
const burst = { perSecond: 100, seconds: 10 }

/** A guest's answer by POST, page and mail included, against the verb behind it called directly. */
export async function benchAnswers(): Promise<Row[]> {
  const database = await benchDatabase()
  const event = await anEvent(database, { capacity: null })
  const guests: Awaited<ReturnType<typeof aGuest>>[] = []
  for (let i = 0; i < 2 * each + burst.perSecond * burst.seconds + 200; i++)
    guests.push(await aGuest(database, event, { name: `Guest ${i}`, email: `guest${i}@guest.example` }))
  const next = () => {
    const guest = guests.pop()
    if (!guest) throw new Error('Every guest has answered')
    return guest
  }

  const seconds = await secondsOf(async () => {
    for (let i = 0; i < each; i++) {
      const given = anAnswer(event.meeting.id, 'accepted')
      await submitAnswer(database, next().scope, { given, site, now })
    }
  })
  const verb = each / seconds

  const server = await serveMajlis(database.url)
  const post = (options: Partial<autocannon.Options>) =>
    autocannon({
      url: server.url,
      connections: 10,
      requests: [
        {
          method: 'POST',
          setupRequest: (request) => ({
            ...request,
            path: `/r/${next().token}`,
            headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url },
            body: formOf(event.meeting.id),
          }),
        },
      ],
      ...options,
    })
  await post({ amount: 100 })
  const hard = await post({ amount: each })
  const calm = await post({ overallRate: burst.perSecond, amount: burst.perSecond * burst.seconds })
  await server.stop()
  await database.drop()
  if (hard.non2xx - (hard['3xx'] ?? 0) > 0 || calm['3xx'] < burst.perSecond * burst.seconds)
    throw new Error(`Answers were refused: ${JSON.stringify({ hard, calm })}`)
  return [
    {
      name: 'answer POST, 10 at a time, each with its confirmation mail queued',
      figure: rate(hard.requests.average),
      against: `${rate(verb)} by the verb alone, one after the other`,
      ratio: hard.requests.average / verb,
    },
    {
      name: 'answer POST at 100/s for 10 s: time to answer',
      figure: `p50 ${calm.latency.p50} ms, p97.5 ${calm.latency.p97_5} ms`,
      against: 'pass line p95 < 300 ms',
      ratio: null,
    },
  ]
}

function formOf(partId: string): string {
  return new URLSearchParams({
    intent: 'answer',
    requestId: newId(),
    'answers[0].part': partId,
    'answers[0].reply': 'accepted',
    access: 'A place for a wheelchair',
    message: 'Thank you; we look forward to it.',
  }).toString()
}
