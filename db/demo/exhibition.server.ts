import type { EventScope } from '../../app/accounts/scope.server.ts'
import { createExhibit } from '../../app/exhibition/exhibits.server.ts'
import { addFigure } from '../../app/exhibition/figures.server.ts'
import { governorates } from '../../app/exhibition/governorates.ts'
import { publishExhibit, submitExhibit } from '../../app/exhibition/publish.server.ts'
import { uploadPicture } from '../../app/exhibition/upload.server.ts'
import type { Stores } from '../../app/files/unused.server.ts'
import type { Tx } from '../client.server.ts'
import type { DemoDays } from './days.server.ts'
import { drawPicture } from './drawings.server.ts'
import { event } from './event.server.ts'
import type { DemoExhibit } from './exhibits/exhibit.server.ts'
import { exhibits } from './exhibits.server.ts'
import { buildHalls } from './floor-plan.server.ts'
import { granted } from './granted.server.ts'
import { pictureTexts } from './picture-texts.server.ts'
import type { DemoParts } from './programme.server.ts'

type Show = { scope: EventScope; parts: DemoParts; host: string; days: DemoDays }

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
    made.map(({ id, exhibit }) => (exhibit.picture ? hang(stores, show, id, exhibit.picture) : null)),
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
  { scope, host, days }: Show,
  exhibit: DemoExhibit,
  boothIds: ReadonlyMap<string, string>,
): Promise<string> {
  const now = days.ago(10, '13:50')
  const { slug, title, summary, body = {}, sectors, links = [] } = exhibit
  const content = {
    ...{ slug, title, summary, body, sectors, links },
    boothId: boothIds.get(exhibit.booth) ?? null,
    organisationId: host,
    organisationName: {},
    governorates:
      exhibit.governorates === 'all' ? governorates.map(({ pcode }) => pcode) : exhibit.governorates,
    contact: { ...event.contact, name: 'IOM Iraq' },
  }
  const { id: exhibitId } = granted(await createExhibit(tx, scope, { content, now }))
  for (const { sourceUrl = null, ...figure } of exhibit.figures ?? [])
    granted(await addFigure(tx, scope, { exhibitId, content: { ...figure, sourceUrl }, now }))
  return exhibitId
}

async function hang(
  stores: Stores,
  { scope, days }: Show,
  exhibitId: string,
  motif: keyof typeof pictureTexts,
) {
  const content = { alt: pictureTexts[motif], caption: {}, credit: 'IOM Iraq' }
  const bytes = await drawPicture(motif)
  granted(await uploadPicture(stores, scope, { exhibitId, bytes, content, now: days.ago(9, '15:20') }))
}
