import { expect, test } from 'vitest'
import { addWrittenName } from '#app/agenda/roles.server.ts'
import { loader as deskAgenda } from '#app/routes/desk.event.agenda/route.tsx'
import { loader as publicAgenda } from '#app/routes/site.agenda/route.tsx'
import type { Database } from '#db/client.server.ts'
import { anItem, aRelease, aRoom, onFirstDay } from '#tests/support/agenda.ts'
import { asked, questionsOf } from '#tests/support/asked.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'

async function anAgendaOf(database: Database, count: number) {
  const event = await anEvent(database)
  for (let at = 0; at < count; at++) {
    const roomId = await aRoom(database, event, `Hall ${at}`)
    const title = { en: `Needs ${at}`, ar: `الاحتياجات ${at}` }
    const itemId = await anItem(database, event, { title, roomId, startsAt: onFirstDay('09:00') })
    const holder = {
      names: { latin: { full: `Noor ${at}` } },
      honorific: {},
      position: {},
      organisationName: {},
    }
    const role = { itemId, role: 'speaker' as const, holder, now }
    await database.write((tx) => addWrittenName(tx, event.scope, role))
  }
  await aRelease(database, event)
  // A change since the last version, so that there is something to compare.
  await anItem(database, event, { startsAt: onFirstDay('11:00'), endsAt: onFirstDay('12:00') })
  const userId = await aUser(database, { email: `${count}@majlis.example`, officeId: event.officeId })
  return { ...event, userId }
}

test('a page of an agenda asks no more of the database for many items than for few', async () => {
  const database = await testDatabase()
  const [few, many] = [await anAgendaOf(database, 2), await anAgendaOf(database, 25)]
  const desk = (query: string) => async (from: Database, event: typeof few) => {
    const params = { event: event.slug }
    return deskAgenda(asked(from, `/x${query}`, { params, userId: event.userId }))
  }
  const day = (from: Database, { slug }: typeof few) =>
    publicAgenda(asked(from, `/en/${slug}/agenda`, { params: { lang: 'en', event: slug } }))
  for (const page of [desk(''), desk('?view=grid'), day]) {
    const small = await questionsOf(database, (from) => page(from, few))
    expect(small).toBeGreaterThan(2)
    expect(await questionsOf(database, (from) => page(from, many))).toBe(small)
  }
})
