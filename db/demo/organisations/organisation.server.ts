import type { Language, Localized } from '../../../app/i18n/languages.ts'
import type { OrganisationKind } from '../../schema/directory.server.ts'

export type DemoOrganisation = {
  key: string
  kind: OrganisationKind
  name: Localized
  acronym?: string
  email?: string
  language?: Language
  precedence?: number
}
