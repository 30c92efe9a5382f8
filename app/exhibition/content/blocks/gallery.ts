import { heading, mediaId, rows } from './fields.ts'

/** Pictures beside one another. */
export const galleryFields = { heading, items: rows({ picture: mediaId }, 24) }
