import { z } from 'zod'
import { heading } from './fields.ts'

/** The ways in which a block shows displacement figures. */
export const displacementViews = ['tiles', 'map', 'trend', 'top'] as const
export type DisplacementWay = (typeof displacementViews)[number]

/** The displacement figures that the event shows, of their latest round, as they are when they are looked at. */
export const displacementFields = { heading, view: z.enum(displacementViews).default('tiles') }
