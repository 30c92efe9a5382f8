import type { Localized } from '../../i18n/languages.ts'

/** Who says so, until somebody says otherwise: these are the figures of IOM's matrix. */
export const defaultSource: Localized = {
  en: 'IOM, Displacement Tracking Matrix (DTM)',
  fr: 'OIM, matrice de suivi des déplacements (DTM)',
  ar: 'المنظمة الدولية للهجرة، مصفوفة تتبع النزوح (DTM)',
  ckb: 'ڕێکخراوی نێودەوڵەتیی کۆچ، ماتریکسی بەدواداچوونی ئاوارەبوون (DTM)',
}
export const defaultSourceUrl = 'https://dtm.iom.int/iraq'
