import { activitySheets } from '../activities/kind.server.ts'
import { programmeSheets } from '../programmes/sheet/kind.server.ts'
import type { SheetKind, SheetKindName } from './kind.ts'

/** What comes in from sheets. */
export const kinds: Record<SheetKindName, SheetKind> = {
  programmes: programmeSheets,
  activities: activitySheets,
}
