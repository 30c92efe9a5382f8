import type { Reader } from '#db/client.server.ts'
import { type Programme, readProgramme } from '../programmes/read.server.ts'
import type { ExhibitContent } from './content.ts'

/** What blocks name that is kept elsewhere, as it is now, by its id; what is not the office's or is gone is not there. */
export async function readNamed(read: Reader, officeId: string, { blocks }: ExhibitContent) {
  const ids = blocks.flatMap((block) =>
    block.kind === 'programme' && block.programme ? [block.programme] : [],
  )
  const found = await Promise.all([...new Set(ids)].map((id) => readProgramme(read, officeId, id)))
  const programmes = found.filter((one) => one !== null).map((one): [string, Programme] => [one.id, one])
  return { programmes: Object.fromEntries(programmes) }
}

export type Named = Awaited<ReturnType<typeof readNamed>>
