import { heading, keptId } from './fields.ts'

/** The results of a programme of the office, as they are when they are looked at. */
export const programmeFields = { heading, programme: keptId }
