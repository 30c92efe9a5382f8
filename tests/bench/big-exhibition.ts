import { eq } from 'drizzle-orm'
import { contentOf, type ExhibitContent } from '#app/exhibition/content/content.ts'
import { writeIndex } from '#app/exhibition/content/index.server.ts'
import { governorates } from '#app/exhibition/governorates.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { type Localized, languages } from '#app/i18n/languages.ts'
import { chunked } from '#app/invitations/inviting.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { exhibits as models } from '#db/demo/exhibits.server.ts'
import { organisations } from '#db/demo/organisations.server.ts'
import { newId } from '#db/id.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibitDrafts, exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'

const perRow = 50
const written = models.filter(({ body }) => body)
/** What the model exhibition says, a sentence at a time, so that no two exhibits of a page say the same. */
const sentences = written.flatMap(({ body = {} }) => {
  const parts = languages.map((language) => (body[language] ?? '').split(/(?<=[.؟?])\s/))
  return (parts[0] ?? []).map((_, n) => textOf((_language, l) => parts[l]?.[n] ?? ''))
})

/**
 * An exhibition of so many booths in one hall, each with a published exhibit in four languages, made of what the model
 * exhibition says; every seventh booth is free, and its exhibit has none.
 */
export async function aBigExhibition(
  database: Database,
  { officeId, slug, size }: { officeId: string; slug: string; size: number },
) {
  const event = await anEvent(database, { officeId, slug })
  const rows = Math.ceil(size / perRow)
  const hall = {
    ...{ id: newId(), eventId: event.id, partId: event.exhibition.id, position: 0, step: 50 },
    ...{ name: { en: 'Main hall', ar: 'القاعة الرئيسية' }, width: 20_000, depth: 2000 + rows * 600 },
  }
  await database.write(async (tx) => {
    await tx
      .update(events)
      .set({ languages: [...languages] })
      .where(eq(events.id, event.id))
    await tx.insert(halls).values(hall)
  })
  const all = Array.from({ length: size }, (_, i) => anExhibit(event.id, hall, i))
  for (const some of chunked(all, 50)) await database.write((tx) => insert(tx, some))
  return { ...event, exhibits: all.map(({ exhibit }) => exhibit.id) }
}

type Hall = { id: string; partId: string }
type Made = ReturnType<typeof anExhibit>

function anExhibit(eventId: string, hall: Hall, i: number) {
  const content = contentOf(sayings(i))
  const { title, summary, organisationName } = content
  const booth = {
    ...{ id: newId(), eventId, partId: hall.partId, hallId: hall.id, position: i },
    ...{ code: `${String.fromCharCode(65 + (Math.floor(i / perRow) % 26))}${i + 1}`, width: 300, depth: 300 },
    ...{ x: 200 + (i % perRow) * 320, y: 200 + Math.floor(i / perRow) * 500 },
  }
  const exhibit = {
    ...{ id: newId(), eventId, boothId: i % 7 === 6 ? null : booth.id, slug: `exhibit-${i}` },
    ...{ state: 'published' as const, title, summary, organisationName, qrCode: newId(), position: i },
    ...{ publishedAt: now, createdAt: now, updatedAt: now },
  }
  return { booth, exhibit, content }
}

/** One of these by a number; neighbouring numbers are not neighbours in it. */
function pick<Item>(items: readonly Item[], lot: number): Item {
  return items[(lot * 7919 + Math.floor(lot / items.length)) % items.length] as Item
}

function textOf(say: (language: (typeof languages)[number], at: number) => string): Localized {
  return Object.fromEntries(languages.map((language, at) => [language, say(language, at)]))
}

function joined(...texts: Localized[]): Localized {
  return textOf((language) =>
    texts
      .map((text) => text[language] ?? text.en ?? '')
      .filter(Boolean)
      .join(' '),
  )
}

function cut(text: Localized, length: number): Localized {
  return textOf((language) => (text[language] ?? '').slice(0, length))
}

function sayings(i: number): Partial<ExhibitContent> {
  const place = pick(governorates, i)
  const text = joined(...[0, 1, 2, 3, 4, 5, 6].map((n) => pick(sentences, i * 7 + n)))
  const figures = written.flatMap(({ figures: its = [] }) => its)
  return {
    title: joined(
      pick(written, i).title,
      place.name,
      textOf(() => String(i + 1)),
    ),
    summary: cut(joined(pick(sentences, i), pick(sentences, i * 3 + 1)), 300),
    organisationName: pick(organisations, i).name,
    sectors: [pick(sectors, i), pick(sectors, i * 5 + 2)],
    governorates: [place.pcode, pick(governorates, i * 3 + 1).pcode],
    contact: { name: 'Events desk', email: 'events@majlis.example', phone: '' },
    blocks: [
      { id: `text-${i}`, kind: 'text', heading: {}, text },
      {
        ...{ id: `figures-${i}`, kind: 'figures', heading: {} },
        items: [0, 1, 2].map((n) => ({
          ...{ sourceUrl: '', ...pick(figures, i * 3 + n), id: `figure-${n}` },
          value: ((i + n) * 7919) % 90_000,
        })),
      },
    ],
  }
}

async function insert(tx: Tx, some: readonly Made[]): Promise<void> {
  await tx.insert(booths).values(some.map(({ booth }) => booth))
  await tx.insert(exhibits).values(some.map(({ exhibit }) => exhibit))
  const said = some.map(({ exhibit: { id: exhibitId }, content }) => ({ exhibitId, content }))
  await tx.insert(exhibitDrafts).values(said.map((one) => ({ ...one, version: 1, updatedAt: now })))
  const kept = { number: 1, actorKind: 'system' as const, madeAt: now, publishedAt: now }
  await tx.insert(exhibitVersions).values(said.map((one) => ({ ...one, ...kept, id: newId() })))
  for (const { exhibit, content } of some) await writeIndex(tx, exhibit, content)
}
