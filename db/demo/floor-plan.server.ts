import type { EventScope } from '../../app/accounts/scope.server.ts'
import { drawOnPlan } from '../../app/exhibition/plan/draw.server.ts'
import type { Box } from '../../app/exhibition/plan/geometry.ts'
import { addHall } from '../../app/exhibition/plan/halls.server.ts'
import type { Thing } from '../../app/exhibition/plan/step.ts'
import type { Localized } from '../../app/i18n/languages.ts'
import type { Tx } from '../client.server.ts'
import { newId } from '../id.server.ts'
import type { BoothCategory } from '../schema/exhibition.server.ts'
import type { FurnitureKind } from '../schema/floor-plan.server.ts'
import type { DemoDays } from './days.server.ts'
import { granted } from './granted.server.ts'
import type { DemoParts } from './programme.server.ts'

/** x, y, width and depth in decimetres. */
type Measures = [number, number, number, number]
type DemoHall = {
  name: Localized
  size: [number, number]
  booths: { [code: string]: Measures }
  category: (code: string) => BoothCategory
  furniture: [FurnitureKind, Measures, Localized?][]
}

export const halls: DemoHall[] = [
  {
    name: { en: 'Main hall', fr: 'Grande salle', ar: 'القاعة الرئيسية', ckb: 'هۆڵی سەرەکی' },
    size: [240, 160],
    booths: {
      ...{ A1: [40, 10, 40, 30], A2: [80, 10, 40, 30], A3: [120, 10, 40, 30], A4: [160, 10, 40, 30] },
      ...{ B1: [70, 70, 40, 30], B2: [110, 70, 40, 30], B3: [110, 100, 40, 30], B4: [70, 100, 40, 30] },
    },
    category: () => 'host',
    furniture: [
      ['wall', [26, 0, 2, 90]],
      ['toilets', [2, 4, 22, 30]],
      ['prayer', [2, 50, 22, 30]],
      ['firstAid', [2, 100, 20, 20]],
      ['stage', [205, 50, 30, 60]],
      ['registration', [30, 142, 40, 14]],
      ['help', [150, 142, 30, 14]],
      ['entrance', [105, 150, 20, 10]],
      ['exit', [230, 125, 10, 20]],
    ],
  },
  {
    name: { en: 'Garden', fr: 'Jardin', ar: 'الحديقة', ckb: 'باخچە' },
    size: [200, 130],
    booths: {
      ...{ C1: [30, 12, 35, 30], C2: [65, 12, 35, 30], C3: [100, 12, 35, 30], C4: [135, 12, 35, 30] },
      ...{ D1: [45, 90, 35, 30], D2: [80, 90, 35, 30], D3: [115, 90, 35, 30] },
    },
    category: (code) => (code.startsWith('D') ? 'community' : 'host'),
    furniture: [
      [
        'entrance',
        [0, 60, 10, 20],
        {
          en: 'To the main hall',
          fr: 'Vers la grande salle',
          ar: 'إلى القاعة الرئيسية',
          ckb: 'بۆ هۆڵی سەرەکی',
        },
      ],
      ['food', [165, 85, 30, 30]],
      ['exit', [190, 55, 10, 20]],
      ['label', [80, 58, 40, 14], { en: 'Fountain', fr: 'Fontaine', ar: 'النافورة', ckb: 'فوارە' }],
    ],
  },
]

type Show = { scope: EventScope; parts: DemoParts; days: DemoDays }

/** Two halls as they are drawn, with fifteen booths; the ids of the booths by their codes. */
export async function buildHalls(tx: Tx, { scope, parts, days }: Show): Promise<ReadonlyMap<string, string>> {
  const boothIds = new Map<string, string>()
  const now = days.ago(12, '10:00')
  for (const { name, size, ...hall } of halls) {
    const [width, depth] = size
    const content = { name, partId: parts.exhibition, width: width * 10, depth: depth * 10, step: 50 }
    const { id: hallId } = granted(await addHall(tx, scope, { content, now }))
    const things = thingsOf(hall)
    const changes = things.map((thing) => ({ act: 'add' as const, thing }))
    granted(await drawOnPlan(tx, scope, { hallId, changes, now }))
    for (const { id, kind, code } of things) if (kind === 'booth') boothIds.set(code, id)
  }
  return boothIds
}

function thingsOf({ booths, category, furniture }: Omit<DemoHall, 'name' | 'size'>): Thing[] {
  const plain = { version: 0, code: '', category: null, isReserved: false, exhibits: [], label: {} }
  return [
    ...Object.entries(booths).map(([code, measures]) => ({
      ...{ ...plain, id: newId(), kind: 'booth' as const, box: boxOf(measures), code },
      category: category(code),
    })),
    ...furniture.map(([kind, measures, label = {}]) => ({
      ...{ ...plain, id: newId(), kind, box: boxOf(measures), label },
    })),
  ]
}

function boxOf([x, y, width, depth]: Measures): Box {
  return { x: x * 10, y: y * 10, width: width * 10, depth: depth * 10 }
}
