import { fold } from '../../directory/fold.ts'
import { languages } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { type Sector, sectors } from '../sectors.ts'

/** Fields of work as humanitarian clusters call them, the narrower before the wider: folded, in English, French and Arabic. */
const clusters: [Sector, RegExp][] = [
  ['psychosocial', /psycho|mental|mhpss|نفسي/],
  ['water_sanitation', /\bwash\b|water|sanitation|hygiene|\beau\b|assainissement|مياه|صرف/],
  ['livelihoods', /livelihood|agricultur|employment|subsistance|سبل العيش|سبل كسب/],
  ['emergency', /\bfood|emergency|rapid response|urgence|aliment|غذا|طوار/],
  ['shelter', /shelter|settlement|housing|abri|ماوي/],
  ['cash_relief', /\bnfis?\b|non food|\bcash\b|relief|multi ?purpose|\bmpca\b|نقدي/],
  ['health', /health|nutrition|medical|sante|صحه|تغذيه/],
  ['social_cohesion', /cohesion|peace|reconcil|تماسك/],
  ['business_development', /business|enterprise|\bmsmes?\b|entrepris/],
  ['education', /educat|school|تعليم|تربيه/],
  ['protection', /protection|\bgbv\b|\bmine\b|child|حمايه/],
  ['community_projects', /community|quick impact|infrastructure/],
  ['migration_management', /migration|border|counter trafficking/],
  ['displacement_data', /\bdtm\b|displacement tracking/],
  ['coordination', /coordinat|\bcccm\b|camp|logistic|telecom|تنسيق/],
]

const byName = new Map(
  sectors.flatMap((sector) =>
    languages.map((language) => [fold(translator(language)(`visitor:sector.${sector}`)), sector] as const),
  ),
)

/** The sector of ours that a list's own word for a field of work means; null when it is none we know. */
export function readSector(category: string): Sector | null {
  const key = fold(category)
  if (!key) return null
  return byName.get(key) ?? clusters.find(([, pattern]) => pattern.test(key))?.[0] ?? null
}
