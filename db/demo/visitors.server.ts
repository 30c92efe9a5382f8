import { eq } from 'drizzle-orm'
import type { EventScope } from '../../app/accounts/scope.server.ts'
import { addTour } from '../../app/exhibition/tours/tours.server.ts'
import { startVisitsCounter } from '../../app/exhibition/visits/counter.server.ts'
import { keepEnquiry, settleEnquiry } from '../../app/exhibition/voices/enquiries.server.ts'
import { keepFeedback } from '../../app/exhibition/voices/feedback.server.ts'
import { languages } from '../../app/i18n/languages.ts'
import type { Database } from '../client.server.ts'
import { newId } from '../id.server.ts'
import { exhibits } from '../schema/exhibition.server.ts'
import type { DemoDays } from './days.server.ts'
import { event } from './event.server.ts'
import { granted } from './granted.server.ts'
import { enquiries, feedback, tours } from './visitor-words.server.ts'

type Show = { scope: EventScope; days: DemoDays }
type Shown = { id: string; slug: string }

/**
 * Two suggested routes, and as if the first visitors had come since the pages went public: openings, a few scans of
 * posters being tried, what they asked and what they thought. As invented as everybody else in the demo.
 */
export async function buildVisitors(database: Database, show: Show): Promise<void> {
  const { scope, days } = show
  await database.write(async (tx) => {
    for (const content of tours) granted(await addTour(tx, scope, { content, now: days.ago(4, '14:20') }))
  })
  const shown = await database.read
    .select({ id: exhibits.id, slug: exhibits.slug })
    .from(exhibits)
    .where(eq(exhibits.state, 'published'))
    .orderBy(exhibits.position)
  await visit(database, shown, days)
  await say(database, show, shown)
}

const hours = ['09', '10', '11', '13', '16', '20']

/** More at noon than at night, more of the first exhibits than of the last; the same in every demo. */
async function visit(database: Database, shown: readonly Shown[], days: DemoDays): Promise<void> {
  const clock = { at: days.now }
  const log = {
    error: (fields: object, text: string) => {
      throw new Error(text, { cause: fields })
    },
  }
  const counter = startVisitsCounter({ database, now: () => clock.at, log })
  for (const [day, ago] of [3, 2, 1].entries()) {
    for (const [at, hour] of hours.entries()) {
      clock.at = days.ago(ago, `${hour}:30`)
      for (const [place, { slug }] of shown.entries()) {
        const times = (place * 7 + at * 5 + day * 3) % 11
        for (let n = 0; n < times; n++) {
          const language = languages[[2, 0, 2, 3, 0, 1][(n + place) % 6] ?? 0] ?? 'en'
          const visit = { event: event.slug, exhibit: slug, language }
          counter.count({ ...visit, kind: 'opened' })
          if ((n + at) % 5 === 0) counter.count({ ...visit, kind: 'scanned' })
        }
      }
    }
  }
  await counter.stop()
}

async function say(database: Database, { scope, days }: Show, shown: readonly Shown[]): Promise<void> {
  const { eventId } = scope
  const idOf = new Map(shown.map(({ id, slug }) => [slug, id]))
  await database.write(async (tx) => {
    for (const { exhibit, ago, time, isDone, ...words } of enquiries) {
      const [id, exhibitId] = [newId(), idOf.get(exhibit)]
      if (!exhibitId) continue
      await keepEnquiry(tx, { ...words, id, eventId, exhibitId, createdAt: days.ago(ago, time) })
      const settling = { enquiryId: id, exhibitId, isDone: true, now: days.ago(ago - 1, '09:15') }
      if (isDone) granted(await settleEnquiry(tx, scope, settling))
    }
    for (const { exhibit, ago, time, ...said } of feedback) {
      const exhibitId = exhibit ? (idOf.get(exhibit) ?? null) : null
      const createdAt = days.ago(ago, time)
      await keepFeedback(tx, { ...said, id: newId(), eventId, exhibitId, createdAt })
    }
  })
}
