import type { Reader } from '#db/client.server.ts'
import type { Language } from '../../i18n/languages.ts'
import { readLatest } from '../displacement/block.server.ts'
import { type Programme, readProgramme } from '../programmes/read.server.ts'
import type { ExhibitContent } from './content.ts'

type Place = { event: { id: string; officeId: string; slug: string }; language: Language }

/** What blocks name that is kept elsewhere, as it is now; what is not the office's or is gone is not there. */
export async function readNamed(read: Reader, { event, language }: Place, { blocks }: ExhibitContent) {
  const ids = blocks.flatMap((block) =>
    block.kind === 'programme' && block.programme ? [block.programme] : [],
  )
  const wantsDisplacement = blocks.some(({ kind }) => kind === 'displacement')
  const [found, view] = await Promise.all([
    Promise.all([...new Set(ids)].map((id) => readProgramme(read, event.officeId, id))),
    wantsDisplacement ? readLatest(read, event, language) : null,
  ])
  const programmes = found.filter((one) => one !== null).map((one): [string, Programme] => [one.id, one])
  return {
    programmes: Object.fromEntries(programmes),
    displacement: view && { view, exhibition: `/${language}/${event.slug}/exhibition` },
  }
}

export type Named = Awaited<ReturnType<typeof readNamed>>
