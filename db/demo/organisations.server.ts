import type { Language, Localized } from '../../app/i18n/languages.ts'
import type { OrganisationKind } from '../schema/directory.server.ts'

type DemoOrganisation = {
  key: string
  kind: OrganisationKind
  name: Localized
  acronym?: string
  email?: string
  language?: Language
  precedence?: number
}

export const organisations: DemoOrganisation[] = [
  {
    key: 'momd',
    kind: 'ministry',
    acronym: 'MoMD',
    precedence: 10,
    language: 'ar',
    email: 'office@momd.example',
    name: {
      en: 'Ministry of Migration and Displaced',
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
      ckb: 'وەزارەتی کار و کاروباری کۆمەڵایەتی (بەغدا)',
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
  {
    key: 'prm',
    kind: 'donor',
    acronym: 'PRM',
    precedence: 30,
    language: 'en',
    name: {
      en: 'Bureau of Population, Refugees and Migration, US Department of State',
      fr: 'Bureau de la population, des réfugiés et des migrations, Département d’État des États-Unis',
      ar: 'مكتب السكان واللاجئين والهجرة، وزارة الخارجية الأمريكية',
      ckb: 'نووسینگەی دانیشتووان و پەنابەران و کۆچ، وەزارەتی دەرەوەی ئەمریکا',
    },
  },
  {
    key: 'eu',
    kind: 'donor',
    acronym: 'EU',
    precedence: 31,
    language: 'en',
    name: {
      en: 'European Union Delegation',
      fr: 'Délégation de l’Union européenne',
      ar: 'وفد الاتحاد الأوروبي',
      ckb: 'نوێنەرایەتیی یەکێتیی ئەوروپا',
    },
  },
  {
    key: 'france',
    kind: 'embassy',
    precedence: 32,
    language: 'fr',
    name: {
      en: 'Embassy of France',
      fr: 'Ambassade de France',
      ar: 'السفارة الفرنسية',
      ckb: 'باڵیۆزخانەی فەرەنسا',
    },
  },
  {
    key: 'germany',
    kind: 'embassy',
    precedence: 33,
    language: 'en',
    name: {
      en: 'Consulate General of Germany, Erbil',
      fr: 'Consulat général d’Allemagne, Erbil',
      ar: 'القنصلية العامة الألمانية، أربيل',
      ckb: 'کونسوڵخانەی گشتیی ئەڵمانیا، هەولێر',
    },
  },
  {
    key: 'japan',
    kind: 'embassy',
    precedence: 34,
    language: 'en',
    name: { en: 'Embassy of Japan', fr: 'Ambassade du Japon', ar: 'السفارة اليابانية' },
  },
  {
    key: 'unhcr',
    kind: 'un_agency',
    acronym: 'UNHCR',
    precedence: 40,
    language: 'en',
    name: {
      en: 'UN Refugee Agency',
      fr: 'Agence des Nations Unies pour les réfugiés',
      ar: 'المفوضية السامية للأمم المتحدة لشؤون اللاجئين',
      ckb: 'کۆمیساریای باڵای نەتەوە یەکگرتووەکان بۆ پەنابەران',
    },
  },
  {
    key: 'undp',
    kind: 'un_agency',
    acronym: 'UNDP',
    precedence: 41,
    language: 'en',
    name: {
      en: 'United Nations Development Programme',
      fr: 'Programme des Nations Unies pour le développement',
      ar: 'برنامج الأمم المتحدة الإنمائي',
    },
  },
  {
    key: 'ocha',
    kind: 'un_agency',
    acronym: 'OCHA',
    precedence: 42,
    language: 'en',
    name: {
      en: 'UN Office for the Coordination of Humanitarian Affairs',
      ar: 'مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية',
      fr: 'Bureau de la coordination des affaires humanitaires des Nations Unies',
    },
  },
  {
    key: 'unicef',
    kind: 'un_agency',
    acronym: 'UNICEF',
    precedence: 43,
    language: 'en',
    name: {
      en: 'United Nations Children’s Fund',
      fr: 'Fonds des Nations Unies pour l’enfance',
      ar: 'منظمة الأمم المتحدة للطفولة',
    },
  },
  {
    key: 'wfp',
    kind: 'un_agency',
    acronym: 'WFP',
    precedence: 44,
    language: 'en',
    name: { en: 'World Food Programme', ar: 'برنامج الأغذية العالمي', fr: 'Programme alimentaire mondial' },
  },
  {
    key: 'ilo',
    kind: 'un_agency',
    acronym: 'ILO',
    precedence: 45,
    language: 'en',
    name: {
      en: 'International Labour Organization',
      fr: 'Organisation internationale du Travail',
      ar: 'منظمة العمل الدولية',
    },
  },
  {
    key: 'hope',
    kind: 'ngo',
    precedence: 60,
    language: 'ar',
    name: { en: 'New Hope Association', ar: 'جمعية الأمل الجديد' },
  },
  {
    key: 'bridge',
    kind: 'ngo',
    precedence: 61,
    language: 'ckb',
    name: { en: 'Bridge Organization for Youth', ckb: 'ڕێکخراوی پرد بۆ گەنجان', ar: 'منظمة الجسر للشباب' },
  },
  {
    key: 'horizon',
    kind: 'ngo',
    precedence: 62,
    language: 'en',
    name: { en: 'Horizon Relief', fr: 'Horizon Secours' },
  },
  {
    key: 'university',
    kind: 'academia',
    precedence: 70,
    language: 'ar',
    name: { en: 'Centre for Migration Studies', ar: 'مركز دراسات الهجرة' },
  },
  {
    key: 'press',
    kind: 'media',
    precedence: 80,
    language: 'ar',
    name: { en: 'Rafidain News Agency', ar: 'وكالة أنباء الرافدين' },
  },
  {
    key: 'iom',
    kind: 'host',
    acronym: 'IOM',
    precedence: 1,
    language: 'en',
    name: {
      en: 'International Organization for Migration',
      fr: 'Organisation internationale pour les migrations',
      ar: 'المنظمة الدولية للهجرة',
      ckb: 'ڕێکخراوی نێودەوڵەتیی کۆچ',
    },
  },
]
