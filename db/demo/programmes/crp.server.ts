import type { ProgrammeContent } from '../../../app/exhibition/programmes/programmes.server.ts'
import type { PhaseContent } from '../../../app/exhibition/programmes/structure.server.ts'
import type { Localized } from '../../../app/i18n/languages.ts'
import { families, people, release, releaseSite } from '../exhibits/exhibit.server.ts'

/*
 * The Community Revitalization Programme as IOM's news release of 2015 tells it, and nothing beyond: it names neither
 * the dates of its phases nor any target.
 */

export const crp: ProgrammeContent = {
  name: {
    en: 'Community Revitalization Programme',
    fr: 'Programme de revitalisation communautaire',
    ar: 'برنامج إنعاش المجتمع',
    ckb: 'بەرنامەی بووژاندنەوەی کۆمەڵگە',
  },
  acronym: { en: 'CRP', fr: 'PRC' },
  donors: {
    en: 'the Bureau of Population, Refugees and Migration of the United States Department of State',
    fr: 'le Bureau de la population, des réfugiés et des migrations du Département d’État des États-Unis',
    ar: 'مكتب السكان واللاجئين والهجرة في وزارة الخارجية الأمريكية',
    ckb: 'نووسینگەی دانیشتووان و پەنابەران و کۆچ لە وەزارەتی دەرەوەی ئەمریکا',
  },
  since: '2007',
  description: {
    en: 'The programme contributes to stabilization: it improves the conditions for a sustainable economy and for the social inclusion of vulnerable people, in communities that host many displaced people and returnees.',
    fr: 'Le programme contribue à la stabilisation : il améliore les conditions d’une économie durable et de l’inclusion sociale des personnes vulnérables, dans les communautés qui accueillent de nombreuses personnes déplacées ou de retour.',
    ar: 'يسهم البرنامج في تحقيق الاستقرار، إذ يحسّن شروط الاقتصاد المستدام والإدماج الاجتماعي للفئات الضعيفة في المجتمعات التي تستضيف أعداداً كبيرة من النازحين والعائدين.',
    ckb: 'بەرنامەکە بەشداری لە سەقامگیریدا دەکات: بارودۆخی ئابوورییەکی بەردەوام و لەخۆگرتنی کۆمەڵایەتیی کەسانی لاواز باشتر دەکات، لەو کۆمەڵگەیانەدا کە ژمارەیەکی زۆر ئاوارە و گەڕاوە لەخۆ دەگرن.',
  },
}

const ordinals: Localized[] = [
  { en: 'Phase I', fr: 'Phase I', ar: 'المرحلة الأولى', ckb: 'قۆناغی یەکەم' },
  { en: 'Phase II', fr: 'Phase II', ar: 'المرحلة الثانية', ckb: 'قۆناغی دووەم' },
  { en: 'Phase III', fr: 'Phase III', ar: 'المرحلة الثالثة', ckb: 'قۆناغی سێیەم' },
  { en: 'Phase IV', fr: 'Phase IV', ar: 'المرحلة الرابعة', ckb: 'قۆناغی چوارەم' },
]

export const phases: PhaseContent[] = ordinals.map((name, index) => ({
  name,
  startsOn: index === 0 ? '2007' : null,
  endsOn: null,
  state: index < ordinals.length - 1 ? 'finished' : 'running',
}))

export const components: { key: string; name: Localized }[] = [
  {
    key: 'livelihoods',
    name: {
      en: 'Individual livelihood assistance',
      fr: 'Aide individuelle aux moyens de subsistance',
      ar: 'المساعدة الفردية لسبل العيش',
      ckb: 'یارمەتیی تاکەکەسی بۆ بژێوی',
    },
  },
  {
    key: 'business',
    name: {
      en: 'Business development services',
      fr: 'Services d’appui aux entreprises',
      ar: 'خدمات تطوير الأعمال',
      ckb: 'خزمەتگوزارییەکانی گەشەپێدانی کاروبار',
    },
  },
  {
    key: 'psychosocial',
    name: {
      en: 'Psychosocial support',
      fr: 'Soutien psychosocial',
      ar: 'الدعم النفسي الاجتماعي',
      ckb: 'پشتیوانیی دەروونی و کۆمەڵایەتی',
    },
  },
  {
    key: 'community',
    name: {
      en: 'Community assistance projects',
      fr: 'Projets d’assistance communautaire',
      ar: 'مشاريع المساعدة المجتمعية',
      ckb: 'پڕۆژەکانی یارمەتیی کۆمەڵگە',
    },
  },
  {
    key: 'coordination',
    name: {
      en: 'Coordination of humanitarian information',
      fr: 'Coordination de l’information humanitaire',
      ar: 'تنسيق المعلومات الإنسانية',
      ckb: 'هەماهەنگیی زانیاریی مرۆیی',
    },
  },
]

const told = { pcode: null, target: null, groups: {}, asOf: '2015', source: release, sourceUrl: releaseSite }

export const results = [
  {
    ...{ ...told, component: null, isOfLastPhase: false, value: 140_000, qualifier: 'nearly' as const },
    unit: people,
    name: {
      en: 'reached by the programme',
      fr: 'touchées par le programme',
      ar: 'وصل إليهم البرنامج',
      ckb: 'بەرنامەکە پێیان گەیشتووە',
    },
  },
  {
    ...{
      ...told,
      component: 'livelihoods',
      isOfLastPhase: true,
      value: 2200,
      qualifier: 'more_than' as const,
    },
    unit: families,
    name: {
      en: 'received individual assistance',
      fr: 'ont reçu une aide individuelle',
      ar: 'تلقت مساعدة فردية',
      ckb: 'یارمەتیی تاکەکەسییان وەرگرت',
    },
  },
  {
    ...{
      ...told,
      component: 'community',
      isOfLastPhase: true,
      value: 40_000,
      qualifier: 'more_than' as const,
    },
    unit: {
      en: 'community members',
      fr: 'membres de la communauté',
      ar: 'من أفراد المجتمع',
      ckb: 'ئەندامی کۆمەڵگە',
    },
    name: {
      en: 'took part in community projects',
      fr: 'ont pris part à des projets communautaires',
      ar: 'شاركوا في مشاريع مجتمعية',
      ckb: 'بەشدارییان لە پڕۆژە کۆمەڵگەییەکان کرد',
    },
  },
]
