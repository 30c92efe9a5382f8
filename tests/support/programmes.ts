import { addProgramme } from '#app/exhibition/programmes/programmes.server.ts'
import { addPiece, type Piece, type PieceContent } from '#app/exhibition/programmes/structure.server.ts'
import type { Database } from '#db/client.server.ts'
import { aMember } from './accounts.ts'
import { now } from './builders.ts'

/** A programme of two phases and two components, each with an indicator in people; by an organiser of its office. */
export async function aProgramme(
  database: Database,
  officeId: string,
  name = 'Community Revitalization Programme',
) {
  const { scope, userId } = await aMember(database, officeId, { role: 'organiser', hasPassword: false })
  const content = {
    ...{ name: { en: name }, acronym: { en: 'CRP' }, since: '2007' },
    ...{ description: { en: 'What it *does*.' }, donors: { en: 'PRM' } },
  }
  const made = await database.write((tx) => addProgramme(tx, scope, { content, now }))
  if (!made.ok) throw new Error(made.reason)
  const programmeId = made.id
  const add = async (kind: Piece, content: PieceContent) => {
    const added = await database.write((tx) => addPiece(tx, scope, { kind, programmeId, content, now }))
    if (!added.ok) throw new Error(added.reason)
    return added.id
  }
  const phase = { startsOn: '2007', endsOn: null, state: 'running' as const }
  const phaseIds = [
    await add('phase', { ...phase, name: { en: 'Phase I' } }),
    await add('phase', { ...phase, name: { en: 'Phase II' } }),
  ]
  const componentIds = [
    await add('component', { name: { en: 'Livelihoods' } }),
    await add('component', { name: { en: 'Psychosocial support' } }),
  ]
  const indicator = (componentId: string, text: string) =>
    add('indicator', { componentId, name: { en: text }, unit: { en: 'people' } })
  const indicatorIds = [
    await indicator(componentIds[0] ?? '', 'assisted'),
    await indicator(componentIds[1] ?? '', 'heard'),
  ]
  const indicatorId = indicatorIds[0] ?? ''
  return { programmeId, scope, userId, phaseIds, componentIds, indicatorIds, indicatorId }
}
