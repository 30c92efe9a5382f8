import { authorities } from './organisations/authorities.server.ts'
import type { DemoOrganisation } from './organisations/organisation.server.ts'
import { partners } from './organisations/partners.server.ts'

export const organisations: DemoOrganisation[] = [...authorities, ...partners]
