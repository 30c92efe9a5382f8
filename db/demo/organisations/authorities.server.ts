import type { DemoOrganisation } from './organisation.server.ts'

/** Ministries, governorates and what they run together. */
export const authorities: DemoOrganisation[] = [
  {
    key: 'momd',
    kind: 'ministry',
    acronym: 'MoMD',
    precedence: 10,
    language: 'ar',
    email: 'office@momd.example',
    name: {
      en: 'Ministry of Migration and Displacement',
      fr: 'Ministère des Migrations et des Déplacés',
      ar: 'وزارة الهجرة والمهجرين',
      ckb: 'وەزارەتی کۆچ و کۆچبەران',
    },
  },
  {
    key: 'molsa',
    kind: 'ministry',
    acronym: 'MoLSA',
    precedence: 11,
    language: 'ar',
    email: 'protocol@molsa.example',
    name: {
      en: 'Ministry of Labour and Social Affairs',
      fr: 'Ministère du Travail et des Affaires sociales',
      ar: 'وزارة العمل والشؤون الاجتماعية',
      ckb: 'وەزارەتی کار و کاروباری کۆمەڵایەتی، حکوومەتی فیدراڵ',
    },
  },
  {
    key: 'molsa-krg',
    kind: 'ministry',
    acronym: 'MoLSA-KRG',
    precedence: 12,
    language: 'ckb',
    email: 'info@molsa-krg.example',
    name: {
      en: 'Ministry of Labour and Social Affairs, Kurdistan Regional Government',
      ar: 'وزارة العمل والشؤون الاجتماعية، حكومة إقليم كوردستان',
      ckb: 'وەزارەتی کار و کاروباری کۆمەڵایەتی، حکوومەتی هەرێمی کوردستان',
      fr: 'Ministère du Travail et des Affaires sociales, Gouvernement régional du Kurdistan',
    },
  },
  {
    key: 'ninewa',
    kind: 'local_authority',
    precedence: 20,
    language: 'ar',
    email: 'governor.office@ninewa.example',
    name: {
      en: 'Ninewa Governorate',
      fr: 'Gouvernorat de Ninive',
      ar: 'محافظة نينوى',
      ckb: 'پارێزگای نەینەوا',
    },
  },
  {
    key: 'erbil',
    kind: 'local_authority',
    precedence: 21,
    language: 'ckb',
    name: { en: 'Erbil Governorate', ar: 'محافظة أربيل', ckb: 'پارێزگای هەولێر', fr: 'Gouvernorat d’Erbil' },
  },
  {
    key: 'kirkuk',
    kind: 'local_authority',
    precedence: 22,
    language: 'ar',
    name: {
      en: 'Kirkuk Governorate',
      ar: 'محافظة كركوك',
      ckb: 'پارێزگای کەرکووک',
      fr: 'Gouvernorat de Kirkouk',
    },
  },
  {
    key: 'salah',
    kind: 'local_authority',
    precedence: 23,
    language: 'ar',
    name: {
      en: 'Salah al-Din Governorate',
      ar: 'محافظة صلاح الدين',
      ckb: 'پارێزگای سەڵاحەدین',
      fr: 'Gouvernorat de Salah al-Din',
    },
  },
  {
    key: 'jcc',
    kind: 'local_authority',
    acronym: 'JCC',
    precedence: 24,
    language: 'ckb',
    name: {
      en: 'Joint Crisis Coordination Centre, Erbil',
      ar: 'مركز التنسيق المشترك للأزمات، أربيل',
      ckb: 'ناوەندی هەماهەنگیی هاوبەشی قەیرانەکان، هەولێر',
      fr: 'Centre conjoint de coordination des crises, Erbil',
    },
  },
]
