import type { Programme, Result } from '../programmes/read.server.ts'
import { frameOf, pageOf, reuseFile, type Source } from './envelope.ts'

/** What a programme is and what came of it: phases, components, and indicators with their results. */
export function programmeJson(source: Source, programme: Programme): string {
  const { slug, name, acronym, description, donors, since, phases, components, indicators } = programme
  const nameOf = (list: readonly { id: string; name: typeof name }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? null
  return reuseFile('programme', source, {
    page: pageOf(source, `exhibition/programmes/${slug}`),
    embed: frameOf(source, `programmes/${slug}`),
    programme: {
      ...{ slug, name, acronym, description, donors, since },
      phases: phases.map(({ name, startsOn, endsOn, state }) => ({ name, startsOn, endsOn, state })),
      components: components.map(({ name }) => ({ name })),
      indicators: indicators.map(({ name, unit, componentId, results }) => ({
        ...{ name, unit, component: nameOf(components, componentId) },
        results: results.map((result) => ({
          phase: nameOf(phases, result.phaseId),
          ...resultShape(result),
        })),
      })),
    },
  })
}

function resultShape({ value, qualifier, target, groups, pcode, asOf, source, sourceUrl }: Result) {
  return { value, qualifier, target, groups, pcode, asOf, source, sourceUrl }
}
