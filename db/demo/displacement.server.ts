import type { OfficeScope } from '../../app/accounts/scope.server.ts'
import { editDataset, readDatasets } from '../../app/exhibition/displacement/datasets.server.ts'
import { proposedChoices } from '../../app/exhibition/displacement/import.server.ts'
import { recogniseLayout } from '../../app/exhibition/displacement/layout.ts'
import { takeFigures } from '../../app/exhibition/displacement/take.server.ts'
import type { Tx } from '../client.server.ts'
import type { DemoDays } from './days.server.ts'
import { granted } from './granted.server.ts'

/*
 * Internally displaced persons by governorate: facts from IOM's Displacement Tracking Matrix (DTM) for Iraq, operation
 * “Iraq conflict”, as published by governorate for these rounds, https://dtm.iom.int/iraq. Null: the round has none.
 */

// biome-ignore format: a table reads better in rows
const rounds: [round: number, reportingDate: string][] = [
  [1, '2014-04-01'],
  [8, '2014-11-01'],
  [22, '2015-06-01'],
  [42, '2016-03-01'],
  [60, '2016-12-01'],
  [74, '2017-06-30'],
  [88, '2018-01-31'],
  [104, '2018-09-30'],
  [119, '2020-12-31'],
  [125, '2022-03-31'],
  [132, '2024-04-30'],
]

// biome-ignore format: a table reads better in rows
const individuals: Record<string, (number | null)[]> = {
  'IRQ-G01': [283_434, 374_154, 552_468, 631_788, 355_938, 134_970, 92_178, 70_332, 33_563, 35_514, 33_354],
  'IRQ-G02': [288, 9996, 10_698, 11_322, 10_320, 10_326, 8910, 7914, 6150, 5466, 4410],
  'IRQ-G03': [null, null, 4212, 6318, 4782, 3660, 2670, 1248, 942, 870, 636],
  'IRQ-G04': [888, 81_414, 85_098, 79_626, 78_642, 76_314, 47_868, 15_852, 11_604, 8334, 6852],
  'IRQ-G05': [366, 17_814, 23_634, 24_714, 24_006, 23_364, 16_908, 12_036, 3732, 3240, 2256],
  'IRQ-G06': [20_028, 128_118, 166_752, 164_808, 152_082, 149_694, 185_784, 152_100, 136_026, 141_522, 126_474],
  'IRQ-G07': [1638, 34_638, 58_830, 59_856, 47_454, 42_732, 31_170, 20_226, 16_878, 16_320, 16_170],
  'IRQ-G08': [62_154, 134_502, 517_476, 602_394, 412_836, 305_430, 160_710, 79_704, 26_173, 26_520, 26_532],
  'IRQ-G09': [2934, 429_948, 434_316, 398_616, 395_418, 386_568, 362_640, 348_876, 262_655, 248_949, 233_162],
  'IRQ-G10': [810, 83_310, 127_434, 100_938, 79_716, 71_016, 81_936, 61_626, 45_926, 44_946, 42_252],
  'IRQ-G11': [19_470, 195_624, 267_438, 362_286, 357_348, 339_384, 243_570, 215_244, 230_469, 232_860, 222_865],
  'IRQ-G12': [4332, 65_514, 74_142, 67_530, 66_240, 61_794, 49_530, 22_710, 13_410, 10_842, 10_032],
  'IRQ-G13': [12_702, 182_952, 377_460, 378_768, 362_682, 362_436, 171_618, 116_376, 90_846, 91_410, 92_610],
  'IRQ-G14': [36, 7182, 7266, 6606, 5340, 5124, 3420, 2772, 2064, 1872, 1242],
  'IRQ-G15': [1668, 174_264, 194_610, 276_618, 372_588, 1_008_300, 758_784, 591_354, 273_056, 252_451, 229_120],
  'IRQ-G16': [32_100, 47_952, 158_712, 209_208, 305_430, 337_284, 231_990, 156_258, 62_232, 56_214, 44_748],
  'IRQ-G17': [150, 8670, 8730, 9414, 8196, 7836, 5682, 4074, 3336, 3144, 2046],
  'IRQ-G18': [126, 28_014, 34_638, 26_958, 25_128, 24_900, 15_606, 11_994, 5046, 4344, 4152],
}

const name = {
  en: 'Displacement in Iraq since 2014',
  fr: 'Les déplacements en Iraq depuis 2014',
  ar: 'النزوح في العراق منذ عام ٢٠١٤',
  ckb: 'ئاوارەبوون لە عێراق لە ساڵی ٢٠١٤ەوە',
}
const terms = {
  en: 'Those of IOM’s DTM. These are chosen rounds of a longer series.',
  fr: 'Celles de la DTM de l’OIM. Ce sont des cycles choisis d’une série plus longue.',
  ar: 'شروط مصفوفة تتبع النزوح التابعة للمنظمة الدولية للهجرة. هذه جولات مختارة من سلسلة أطول.',
  ckb: 'هی DTMی ڕێکخراوی نێودەوڵەتیی کۆچ. ئەمانە گەڕی هەڵبژێردراوی زنجیرەیەکی درێژترن.',
}

/** Imports the figures as a file of DTM's has them. */
export async function buildDisplacement(tx: Tx, office: OfficeScope, days: DemoDays): Promise<void> {
  const headings = ['operation', 'admin1Pcode', 'numPresentIdpInd', 'reportingDate', 'roundNumber']
  const rows = Object.entries(individuals).flatMap(([pcode, values]) =>
    rounds.flatMap(([round, date], index) => {
      const value = values[index] ?? null
      return value === null ? [] : [['Iraq conflict', pcode, String(value), date, String(round)]]
    }),
  )
  const lines = [headings, ...rows]
  const choices = await proposedChoices(tx, office, recogniseLayout(lines))
  await takeFigures(tx, office, { lines, choices, fileName: 'dtm-iraq-idps.csv', now: days.ago(11, '09:40') })
  const [dataset] = await readDatasets(tx, office)
  if (!dataset) throw new Error('No figures were taken')
  const { source, sourceUrl } = dataset
  const content = { name, source, sourceUrl, terms }
  granted(await editDataset(tx, office, { datasetId: dataset.id, content, now: days.ago(11, '09:55') }))
}
