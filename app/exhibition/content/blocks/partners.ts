import { z } from 'zod'
import { localizedText } from '../../../ui/localized-schema.ts'
import { heading, mediaId, rows, webAddress } from './fields.ts'

export const partnerRoles = ['donor', 'partner'] as const

/** Who pays and who takes part, each with a logo. */
export const partnersFields = {
  heading,
  items: rows(
    {
      name: localizedText(200),
      role: z.enum(partnerRoles).default('partner'),
      url: webAddress,
      logoPicture: mediaId,
    },
    40,
  ),
}
