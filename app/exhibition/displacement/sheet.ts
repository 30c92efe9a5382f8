import type { Language } from '../../i18n/languages.ts'
import { localize } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { governorateName } from '../governorates.ts'
import type { readAllFigures } from './read.server.ts'
import type { ShownDataset } from './view.server.ts'
import { datasetName } from './words.ts'

type Figures = Awaited<ReturnType<typeof readAllFigures>>

/** For machines, which read the words above in no language (HXL 1.1). */
const tags = [
  '#operation',
  '#affected+type',
  '#date+reported',
  '#meta+round',
  '#adm1+code',
  '#adm1+name',
  '#adm2+code',
  '#adm2+name',
  '#affected+ind',
  '#affected+hh',
  '#meta+sum',
  '#meta+source',
  '#meta+url',
]

/** Every figure of a dataset as a table, each with its round, date and source. Our import reads it back. */
export function figureSheet(dataset: ShownDataset, figures: Figures, language: Language) {
  const t = translator(language)
  const { operation, population, source, sourceUrl } = dataset
  const [counted, said, url] = [
    t(`displacement:population.${population}`),
    localize(source, language),
    sourceUrl ?? '',
  ]
  const headings = [
    t('displacement:file.operation'),
    t('displacement:file.population'),
    t('displacement:trend.date'),
    t('displacement:trend.round'),
    t('displacement:file.pcode'),
    t('displacement:table.governorate'),
    t('displacement:file.districtCode'),
    t('displacement:file.district'),
    t('displacement:file.people'),
    t('displacement:table.families'),
    t('displacement:file.isSum'),
    t('displacement:file.source'),
    t('displacement:file.sourceUrl'),
  ]
  const rows = figures.map(
    ({ round, reportedOn, pcode, districtCode, districtName, individuals, households, isSum }) => [
      ...[operation, counted, reportedOn, round || null, pcode, governorateName(pcode, language)],
      ...[
        districtCode,
        districtName,
        individuals,
        households,
        isSum ? t('displacement:file.yes') : '',
        said,
        url,
      ],
    ],
  )
  return { name: datasetName(dataset, language).text, headings, rows: [tags, ...rows] }
}

/** The same for programs: the source once, then every figure. */
export function figureJson(dataset: ShownDataset, figures: Figures) {
  const { operation, population, source, sourceUrl, terms } = dataset
  return {
    ...{ operation, population, source, sourceUrl, terms },
    figures: figures.map(({ districtCode, districtName, round, ...figure }) => ({
      ...figure,
      round: round || null,
      ...((districtCode || districtName) && { districtCode, districtName }),
    })),
  }
}
