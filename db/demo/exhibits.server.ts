import type { DemoExhibit } from './exhibits/exhibit.server.ts'
import { garden } from './exhibits/garden.server.ts'
import { rowA } from './exhibits/row-a.server.ts'
import { rowB } from './exhibits/row-b.server.ts'

/** Figures are those of the news release (phase IV of CRP) and of DTM's public rounds; nothing is estimated here. */
export const exhibits: DemoExhibit[] = [...rowA, ...rowB, ...garden]
