import type { Localized } from '../../app/i18n/languages.ts'
import type { DemoExhibit } from './exhibits/exhibit.server.ts'
import { garden } from './exhibits/garden.server.ts'
import { rowA } from './exhibits/row-a.server.ts'
import { rowB } from './exhibits/row-b.server.ts'

/** Where the booths stand. */
export const halls: { codes: string[]; name: Localized }[] = [
  {
    codes: ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4'],
    name: { en: 'Main hall', fr: 'Grande salle', ar: 'القاعة الرئيسية', ckb: 'هۆڵی سەرەکی' },
  },
  {
    codes: ['C1', 'C2', 'C3', 'C4', 'D1', 'D2', 'D3'],
    name: { en: 'Garden', fr: 'Jardin', ar: 'الحديقة', ckb: 'باخچە' },
  },
]

/** Figures are those of the news release (phase IV of CRP) and of DTM's public rounds; nothing is estimated here. */
export const exhibits: DemoExhibit[] = [...rowA, ...rowB, ...garden]
