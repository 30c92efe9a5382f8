import type { EventScope } from '../../app/accounts/scope.server.ts'
import { contentOf, type ExhibitContent } from '../../app/exhibition/content/content.ts'
import { saveDraft } from '../../app/exhibition/content/draft.server.ts'
import { publishExhibit, submitExhibit } from '../../app/exhibition/content/publish.server.ts'
import { uploadPicture } from '../../app/exhibition/content/upload.server.ts'
import { createExhibit } from '../../app/exhibition/exhibits.server.ts'
import { governorates } from '../../app/exhibition/governorates.ts'
import type { Stores } from '../../app/files/unused.server.ts'
import { languages } from '../../app/i18n/languages.ts'
import type { Tx } from '../client.server.ts'
import type { DemoDays } from './days.server.ts'
import { drawPicture } from './drawings.server.ts'
import { event } from './event.server.ts'
import { furtherBlocks } from './exhibits/blocks.server.ts'
import type { DemoExhibit } from './exhibits/exhibit.server.ts'
import { pictured } from './exhibits/pictured.server.ts'
import { exhibits } from './exhibits.server.ts'
import { buildHalls } from './floor-plan.server.ts'
import { granted } from './granted.server.ts'
import { pictureTexts } from './picture-texts.server.ts'
import type { DemoParts } from './programme.server.ts'

type Show = { scope: EventScope; parts: DemoParts; host: string; programme: string; days: DemoDays }

/** Booths in two halls and what is shown at them: most published, one for review, one still a draft. */
export async function buildExhibition(stores: Stores, show: Show): Promise<void> {
  const { scope, days } = show
  const made = await stores.database.write(async (tx) => {
    const boothIds = await buildHalls(tx, show)
    const ids: { id: string; exhibit: DemoExhibit }[] = []
    for (const exhibit of exhibits) ids.push({ id: await create(tx, show, exhibit, boothIds), exhibit })
    return ids
  })
  await Promise.all(
    made.map(({ id, exhibit }) => (exhibit.picture ? hangAll(stores, show, id, exhibit) : null)),
  )
  await stores.database.write(async (tx) => {
    for (const { id: exhibitId, exhibit } of made) {
      if (exhibit.state === 'draft') continue
      granted(await submitExhibit(tx, scope, { exhibitId, now: days.ago(5, '16:10') }))
      if (exhibit.state === 'published')
        granted(await publishExhibit(tx, scope, { exhibitId, now: days.ago(4, '11:30') }))
    }
  })
}

async function create(
  tx: Tx,
  { scope, host, programme, days }: Show,
  exhibit: DemoExhibit,
  boothIds: ReadonlyMap<string, string>,
): Promise<string> {
  const { slug, title, summary, sectors, links = [] } = exhibit
  const everywhere = governorates.map(({ pcode }) => pcode)
  const content = {
    ...{ title, summary, sectors, links, blocks: blocksOf(exhibit, programme) },
    governorates: exhibit.governorates === 'all' ? everywhere : exhibit.governorates,
    contact: { ...event.contact, name: 'IOM Iraq' },
  }
  const place = { slug, boothId: boothIds.get(exhibit.booth) ?? null, organisationId: host }
  const made = granted(await createExhibit(tx, scope, { content, place, now: days.ago(10, '13:50') }))
  return made.id
}

/** What is written, what is counted, and what else there is to see. */
export function blocksOf({ slug, body, figures = [], showsResults }: DemoExhibit, programme: string | null) {
  return [
    ...(body ? [{ kind: 'text' as const, text: body }] : []),
    ...(figures.length ? [{ kind: 'figures' as const, items: figures }] : []),
    ...(showsResults ? [{ kind: 'programme' as const, programme }] : []),
    ...(furtherBlocks[slug] ?? []),
  ]
}

/** The picture of the card, and after it those that further blocks show. */
async function hangAll(stores: Stores, show: Show, exhibitId: string, { slug, picture }: DemoExhibit) {
  const more = pictured[slug]
  const ids: string[] = []
  for (const motif of [picture, ...(more?.motifs ?? [])])
    if (motif) ids.push(await hang(stores, show, exhibitId, motif))
  if (!more) return
  const blocks = contentOf({ blocks: more.blocks(ids) }).blocks
  const change = (content: ExhibitContent) => ({ ...content, blocks: [...content.blocks, ...blocks] })
  const now = show.days.ago(9, '15:40')
  granted(await stores.database.write((tx) => saveDraft(tx, show.scope, { exhibitId, change, now })))
}

async function hang(
  stores: Stores,
  { scope, days }: Show,
  exhibitId: string,
  motif: keyof typeof pictureTexts,
): Promise<string> {
  const texts = { alt: pictureTexts[motif], caption: {}, credit: 'IOM Iraq', focus: { x: 50, y: 50 } }
  const bytes = await drawPicture(motif)
  const given = { exhibitId, bytes, texts, seen: languages, now: days.ago(9, '15:20') }
  return granted(await uploadPicture(stores, scope, given)).id
}
