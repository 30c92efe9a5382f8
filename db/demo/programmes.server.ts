import type { EventScope, OfficeScope } from '../../app/accounts/scope.server.ts'
import { addProgramme, chooseProgrammes } from '../../app/exhibition/programmes/programmes.server.ts'
import { addResult } from '../../app/exhibition/programmes/results.server.ts'
import { addPiece } from '../../app/exhibition/programmes/structure.server.ts'
import type { Tx } from '../client.server.ts'
import type { DemoDays } from './days.server.ts'
import { granted } from './granted.server.ts'
import { components, crp, phases, results } from './programmes/crp.server.ts'

type Show = { office: OfficeScope; scope: EventScope; days: DemoDays }

/** The programme that the model event is about, with the results that the news release tells; the exhibition shows it. Its id. */
export async function buildProgramme(tx: Tx, { office, scope, days }: Show): Promise<string> {
  const now = days.ago(11, '09:20')
  const { id: programmeId } = granted(await addProgramme(tx, office, { content: crp, now }))
  const of = { programmeId, now }
  const phaseIds: string[] = []
  for (const content of phases)
    phaseIds.push(granted(await addPiece(tx, office, { ...of, kind: 'phase', content })).id)
  const componentIds = new Map<string, string>()
  for (const { key, name } of components) {
    const added = await addPiece(tx, office, { ...of, kind: 'component', content: { name } })
    componentIds.set(key, granted(added).id)
  }
  for (const { component, name, unit, isOfLastPhase, ...result } of results) {
    const componentId = component ? (componentIds.get(component) ?? null) : null
    const content = { name, unit, componentId }
    const { id: indicatorId } = granted(await addPiece(tx, office, { ...of, kind: 'indicator', content }))
    const phaseId = isOfLastPhase ? (phaseIds.at(-1) ?? null) : null
    granted(await addResult(tx, office, { ...of, indicatorId, content: { ...result, phaseId } }))
  }
  granted(await chooseProgrammes(tx, scope, { ids: [programmeId], now }))
  return programmeId
}
