import { authorities } from './persons/authorities.server.ts'
import { donors } from './persons/donors.server.ts'
import type { DemoPerson, DemoReply } from './persons/person.server.ts'
import { society } from './persons/society.server.ts'
import { unAgencies } from './persons/un-agencies.server.ts'

// Invented persons: no one of these names is known to hold these posts.
export const persons: DemoPerson[] = [...authorities, ...donors, ...unAgencies, ...society]

type DemoDelegation = Pick<DemoReply, 'via' | 'note'> & {
  organisation: string
  seats: number
  alternates: number
  delegates: { latin: string; arabic: string; position: string; email: string }[]
}

/** Institutions invited as such: what their focal points have named so far. */
export const delegations: DemoDelegation[] = [
  {
    organisation: 'momd',
    seats: 2,
    alternates: 1,
    delegates: [
      {
        latin: 'Hussein Ali Al-Khafaji',
        arabic: 'حسين علي الخفاجي',
        position: 'مدير قسم المنظمات',
        email: 'h.khafaji@momd.example',
      },
      {
        latin: 'Ibtisam Jawad',
        arabic: 'ابتسام جواد',
        position: 'مسؤولة شعبة',
        email: 'i.jawad@momd.example',
      },
      { latin: 'Saif Al-Din Kamil', arabic: 'سيف الدين كامل', position: 'معاون مدير', email: '' },
    ],
  },
  {
    organisation: 'molsa',
    seats: 2,
    alternates: 1,
    via: 'letter',
    note: 'Letter 4/1180, signed by the Deputy Minister.',
    delegates: [
      {
        latin: 'Maha Al-Bayati',
        arabic: 'مها البياتي',
        position: 'مديرة التشغيل',
        email: 'm.bayati@molsa.example',
      },
    ],
  },
  { organisation: 'molsa-krg', seats: 2, alternates: 1, delegates: [] },
]
