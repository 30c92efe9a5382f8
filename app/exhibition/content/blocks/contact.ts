import { localizedText } from '../../../ui/localized-schema.ts'
import { heading, line, mailAddress } from './fields.ts'

/** Somebody to ask about one thing; whom to ask about the whole exhibit stands in its head. */
export const contactFields = {
  heading,
  about: localizedText(400),
  name: line(120),
  email: mailAddress,
  phone: line(40),
}
