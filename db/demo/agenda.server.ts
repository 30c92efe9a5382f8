import type { Language, Localized } from '../../app/i18n/languages.ts'

type Role = {
  role: 'chair' | 'moderator' | 'speaker' | 'rapporteur'
  person: string
  /** They agreed late: only the third version names them. */
  isLate?: boolean
}
type DemoItem = {
  from: string
  to: string
  room: 'hall' | 'side' | 'foyer'
  /** What the first version said, before it was moved. */
  first?: { from?: string; to?: string; room?: 'hall' | 'side' | 'foyer' }
  track?: 'evidence' | 'planning'
  kind: 'opening' | 'session' | 'panel' | 'discussion' | 'break' | 'meal' | 'visit' | 'closing'
  title: Localized
  abstract?: Localized
  roles?: Role[]
  spoken?: Language[]
  interpreted?: Language[]
}

/** The threads of the day. */
export const tracks = [
  {
    key: 'evidence',
    colour: 'amber',
    name: { en: 'Evidence', fr: 'Données', ar: 'البيانات والأدلة', ckb: 'بەڵگە و داتا' },
  },
  {
    key: 'planning',
    colour: 'violet',
    name: { en: 'The next phase', fr: 'La prochaine phase', ar: 'المرحلة المقبلة', ckb: 'قۆناغی داهاتوو' },
  },
] as const

/** What the organiser said about the versions after the first. */
export const versionNotes: Localized[] = [
  {
    en: 'The afternoon has been given more time, and the data session a room of its own.',
    fr: 'L’après-midi dispose de plus de temps, et la séance sur les données de sa propre salle.',
    ar: 'مُنحت فترة ما بعد الظهر وقتاً أطول، وخُصصت قاعة لجلسة البيانات.',
    ckb: 'کاتی زیاتر بۆ دوای نیوەڕۆ دانراوە و دانیشتنی داتا ژووری تایبەت بە خۆی هەیە.',
  },
  {},
]

const spoken: Language[] = ['ar', 'en']
const interpreted: Language[] = ['ar', 'en', 'ckb']

/** The day of the meeting. Times are the event's; `person` is a key of `persons.server.ts`. */
export const agenda: DemoItem[] = [
  {
    from: '08:30',
    to: '09:00',
    room: 'foyer',
    kind: 'break',
    title: {
      en: 'Registration and coffee',
      fr: 'Accueil et café',
      ar: 'التسجيل والقهوة',
      ckb: 'تۆمارکردن و قاوە',
    },
  },
  {
    from: '09:00',
    to: '09:40',
    room: 'hall',
    kind: 'opening',
    spoken,
    interpreted,
    title: { en: 'Opening', fr: 'Ouverture', ar: 'الافتتاح', ckb: 'کردنەوە' },
    abstract: {
      en: 'Welcome and aims of the day.',
      fr: 'Bienvenue et objectifs de la journée.',
      ar: 'كلمة ترحيب وأهداف اليوم.',
      ckb: 'بەخێرهاتن و ئامانجەکانی ئەمڕۆ.',
    },
    roles: [
      { role: 'chair', person: 'elena' },
      { role: 'speaker', person: 'salwa' },
      { role: 'speaker', person: 'harding' },
    ],
  },
  {
    from: '09:40',
    to: '10:45',
    room: 'hall',
    kind: 'session',
    spoken,
    interpreted,
    track: 'evidence',
    title: {
      en: 'Needs of displaced and host families today',
      fr: 'Les besoins actuels des familles déplacées et des familles hôtes',
      ar: 'احتياجات الأسر النازحة والمضيفة اليوم',
      ckb: 'پێداویستییەکانی خێزانە ئاوارە و میوانگرەکان ئەمڕۆ',
    },
    abstract: {
      en: 'What the Displacement Tracking Matrix shows, round by round, and what governorates see on the ground.',
      fr: 'Ce que montre la matrice de suivi des déplacements, cycle après cycle, et ce que les gouvernorats constatent sur le terrain.',
      ar: 'ما تُظهره مصفوفة تتبع النزوح جولةً بعد جولة، وما تراه المحافظات على أرض الواقع.',
      ckb: 'ئەوەی ماتریکسی بەدواداچوونی ئاوارەبوون گەڕ بە گەڕ دەریدەخات، و ئەوەی پارێزگاکان لە مەیداندا دەیبینن.',
    },
    roles: [
      { role: 'moderator', person: 'trang' },
      { role: 'speaker', person: 'dilshad' },
      { role: 'speaker', person: 'jubouri' },
      { role: 'rapporteur', person: 'noor' },
    ],
  },
  {
    from: '10:45',
    to: '11:15',
    room: 'foyer',
    kind: 'break',
    title: { en: 'Coffee', fr: 'Pause café', ar: 'استراحة قهوة', ckb: 'پشووی قاوە' },
  },
  {
    from: '11:15',
    to: '12:30',
    room: 'hall',
    kind: 'panel',
    spoken,
    interpreted,
    title: {
      en: 'Phase IV: what was achieved',
      fr: 'Phase IV : ce qui a été accompli',
      ar: 'المرحلة الرابعة: ما تحقق من إنجازات',
      ckb: 'قۆناغی چوارەم: چی بەدەستهێنرا',
    },
    abstract: {
      en: `Nearly **140,000** people reached to date. In the current phase: individual assistance to more than **2,200** families, and more than **40,000** community members in community projects.

- Individual livelihood assistance and business development services
- Psychosocial support
- Community assistance projects
- Coordination of humanitarian information`,
      ar: `وصل البرنامج حتى اليوم إلى ما يقارب **١٤٠٬٠٠٠** شخص. وفي المرحلة الحالية: مساعدة فردية لأكثر من **٢٬٢٠٠** أسرة، ومشاركة أكثر من **٤٠٬٠٠٠** من أفراد المجتمع في مشاريع مجتمعية.

- المساعدة الفردية لسبل العيش وخدمات تطوير الأعمال
- الدعم النفسي الاجتماعي
- مشاريع المساعدة المجتمعية
- تنسيق المعلومات الإنسانية`,
      fr: `Près de **140 000** personnes touchées à ce jour. Dans la phase actuelle : une aide individuelle à plus de **2 200** familles, et plus de **40 000** membres des communautés dans des projets communautaires.

- Aide individuelle aux moyens de subsistance et services d’appui aux entreprises
- Soutien psychosocial
- Projets d’assistance communautaire
- Coordination de l’information humanitaire`,
      ckb: `تا ئێستا بەرنامەکە بە نزیکەی **١٤٠٬٠٠٠** کەس گەیشتووە. لەم قۆناغەدا: یارمەتیی تاکەکەسی بۆ زیاتر لە **٢٬٢٠٠** خێزان، و زیاتر لە **٤٠٬٠٠٠** ئەندامی کۆمەڵگە لە پڕۆژە کۆمەڵگەییەکاندا.

- یارمەتیی تاکەکەسی بۆ بژێوی و خزمەتگوزارییەکانی گەشەپێدانی کاروبار
- پشتیوانیی دەروونی و کۆمەڵایەتی
- پڕۆژەکانی یارمەتیی کۆمەڵگە
- هەماهەنگیی زانیاریی مرۆیی`,
    },
    roles: [
      { role: 'chair', person: 'harding' },
      { role: 'speaker', person: 'rania' },
      { role: 'speaker', person: 'shirin' },
      { role: 'speaker', person: 'ebene' },
      { role: 'rapporteur', person: 'noor' },
    ],
  },
  {
    from: '12:30',
    to: '13:30',
    room: 'foyer',
    kind: 'meal',
    title: {
      en: 'Lunch and walk through the exhibition',
      fr: 'Déjeuner et visite de l’exposition',
      ar: 'الغداء وجولة في المعرض',
      ckb: 'نانی نیوەڕۆ و گەشتێک بە پێشانگادا',
    },
  },
  {
    from: '13:30',
    to: '14:45',
    room: 'hall',
    kind: 'discussion',
    spoken,
    interpreted,
    track: 'planning',
    first: { to: '14:30' },
    title: {
      en: 'Planning phase V: livelihoods and social inclusion',
      fr: 'Préparer la phase V : moyens de subsistance et inclusion sociale',
      ar: 'التخطيط للمرحلة الخامسة: سبل العيش والإدماج الاجتماعي',
      ckb: 'پلاندانان بۆ قۆناغی پێنجەم: بژێوی و لەخۆگرتنی کۆمەڵایەتی',
    },
    abstract: {
      en: 'What to carry on, what to change, and who does what with whom.',
      fr: 'Ce qu’il faut poursuivre, ce qu’il faut changer, et qui fait quoi avec qui.',
      ar: 'ما ينبغي أن نواصله وما ينبغي أن نغيّره، ومن يتولى ماذا ومع من.',
      ckb: 'چی بەردەوام بێت، چی بگۆڕدرێت، و کێ لەگەڵ کێ چی دەکات.',
    },
    roles: [
      { role: 'moderator', person: 'elena' },
      { role: 'speaker', person: 'awat' },
      { role: 'rapporteur', person: 'noor' },
    ],
  },
  {
    from: '13:30',
    to: '14:45',
    room: 'side',
    kind: 'discussion',
    spoken: ['en'],
    interpreted: ['ar'],
    track: 'evidence',
    first: { to: '14:30', room: 'foyer' },
    title: {
      en: 'Using displacement data in planning',
      fr: 'Utiliser les données de déplacement dans la planification',
      ar: 'استخدام بيانات النزوح في التخطيط',
      ckb: 'بەکارهێنانی داتای ئاوارەبوون لە پلاندانان',
    },
    roles: [{ role: 'moderator', person: 'dilshad' }],
  },
  {
    from: '14:45',
    to: '15:30',
    room: 'hall',
    kind: 'closing',
    spoken,
    interpreted,
    track: 'planning',
    first: { from: '14:30', to: '15:15' },
    title: {
      en: 'Decisions, next steps and closing',
      fr: 'Décisions, prochaines étapes et clôture',
      ar: 'القرارات والخطوات المقبلة والختام',
      ckb: 'بڕیارەکان، هەنگاوەکانی داهاتوو و کۆتایی',
    },
    roles: [
      { role: 'chair', person: 'elena' },
      { role: 'speaker', person: 'harding', isLate: true },
    ],
  },
]
