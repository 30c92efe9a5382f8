import { authorities } from './persons/authorities.server.ts'
import { donors } from './persons/donors.server.ts'
import type { DemoNamed, DemoPerson, DemoReply } from './persons/person.server.ts'
import { society } from './persons/society.server.ts'
import { unAgencies } from './persons/un-agencies.server.ts'

// Invented persons: no one of these names is known to hold these posts.
export const persons: DemoPerson[] = [...authorities, ...donors, ...unAgencies, ...society]

export type DemoDelegation = Pick<DemoReply, 'via' | 'note' | 'reason'> & {
  organisation: string
  seats: number
  alternates: number
  /** Left out: has not answered. */
  reply?: 'accepted' | 'declined'
  focal?: { name: string; phone: string }
  delegates: (DemoNamed & { isAlternate?: true; confirms?: true })[]
}

/** Institutions invited as such: what their focal points have said and whom they have named so far. */
export const delegations: DemoDelegation[] = [
  {
    organisation: 'momd',
    seats: 2,
    alternates: 1,
    reply: 'accepted',
    focal: { name: 'نور الهدى صالح', phone: '+964 770 555 0142' },
    delegates: [
      {
        latin: 'Hussein Ali Al-Khafaji',
        arabic: 'حسين علي الخفاجي',
        position: 'مدير قسم المنظمات',
        email: 'h.khafaji@momd.example',
        confirms: true,
      },
      {
        latin: 'Ibtisam Jawad',
        arabic: 'ابتسام جواد',
        position: 'مسؤولة شعبة',
        phone: '+964 770 555 0177',
      },
      {
        latin: 'Saif Al-Din Kamil',
        arabic: 'سيف الدين كامل',
        position: 'معاون مدير',
        email: 's.kamil@momd.example',
        isAlternate: true,
      },
      {
        latin: 'Maha Al-Bayati',
        arabic: 'مها البياتي',
        position: 'خبيرة في شؤون العائدين',
        email: 'm.bayati@momd.example',
      },
    ],
  },
  {
    organisation: 'molsa',
    seats: 2,
    alternates: 1,
    reply: 'declined',
    reason: 'يتزامن الموعد مع المؤتمر السنوي للوزارة.',
    via: 'letter',
    note: 'Letter 4/1180, signed by the Deputy Minister.',
    delegates: [],
  },
  { organisation: 'molsa-krg', seats: 2, alternates: 1, delegates: [] },
]
