import type { DeskChannel } from '../../app/answers/rules.ts'
import type { Language, Localized } from '../../app/i18n/languages.ts'
import type { Needs } from '../schema/invitations.server.ts'

/** What an invitee has said by the time the demo opens; `none` has not answered. */
export type DemoReply = {
  meeting: 'accepted' | 'tentative' | 'declined' | 'none'
  exhibition?: 'accepted' | 'declined'
  visit?: 'accepted'
  /** Left out: by their own link. */
  via?: DeskChannel
  /** What the desk noted when it entered the answer. */
  note?: string
  reason?: string
  needs?: Needs
  message?: string
  /** The answer they gave later. */
  later?: DemoReply
  withdrawn?: true
  /** They hold a link that is not for them, and said so. */
  notThem?: string
}

export type DemoPerson = {
  key: string
  latin: string
  arabic?: string
  honorific: 'he' | 'dr' | 'mr' | 'ms' | 'mx'
  position: Localized
  organisation: string
  language: Language
  reply: DemoReply
  /** Invited after the letters had gone, and not written to yet. */
  isLate?: true
  /** Only a telephone: they get their link by hand. */
  hasNoAddress?: true
  /** How their letter ended, if it did not simply arrive. */
  mail?: 'failed' | 'unknown'
}

export const honorifics: Record<DemoPerson['honorific'], Localized> = {
  he: { en: 'H.E.', fr: 'S.E.', ar: 'سعادة', ckb: 'بەڕێز' },
  dr: { en: 'Dr', fr: 'Dr', ar: 'د.', ckb: 'د.' },
  mr: { en: 'Mr', fr: 'M.', ar: 'السيد', ckb: 'بەڕێز' },
  ms: { en: 'Ms', fr: 'Mme', ar: 'السيدة', ckb: 'خاتوو' },
  mx: {},
}

const officer: Localized = {
  en: 'Programme Officer',
  fr: 'Chargé de programme',
  ar: 'مسؤول برامج',
  ckb: 'بەرپرسی بەرنامە',
}
const officerHer: Localized = { ...officer, fr: 'Chargée de programme', ar: 'مسؤولة برامج' }
const head: Localized = {
  en: 'Head of Office',
  fr: 'Chef de bureau',
  ar: 'رئيس المكتب',
  ckb: 'سەرۆکی نووسینگە',
}
const headHer: Localized = { ...head, fr: 'Cheffe de bureau', ar: 'رئيسة المكتب' }
const director: Localized = {
  en: 'Director General',
  fr: 'Directeur général',
  ar: 'مدير عام',
  ckb: 'بەڕێوەبەری گشتی',
}
const adviser: Localized = {
  en: 'Technical Adviser',
  fr: 'Conseiller technique',
  ar: 'مستشار فني',
  ckb: 'ڕاوێژکاری تەکنیکی',
}
const adviserHer: Localized = { ...adviser, fr: 'Conseillère technique', ar: 'مستشارة فنية' }
const coordinator: Localized = { en: 'Coordinator', fr: 'Coordinateur', ar: 'منسق', ckb: 'ڕێکخەر' }
const coordinatorHer: Localized = { ...coordinator, fr: 'Coordinatrice', ar: 'منسقة' }
const none: DemoReply = { meeting: 'none' }
const yes: DemoReply = { meeting: 'accepted', exhibition: 'accepted' }

// Invented persons: no one of these names is known to hold these posts.
export const persons: DemoPerson[] = [
  {
    key: 'elena',
    latin: 'Elena Marchetti',
    arabic: 'إيلينا ماركيتي',
    honorific: 'ms',
    position: { en: 'Chief of Mission', fr: 'Cheffe de mission', ar: 'رئيسة البعثة', ckb: 'سەرۆکی نێردە' },
    organisation: 'iom',
    language: 'en',
    reply: yes,
  },
  {
    key: 'dilshad',
    latin: 'Dilshad Karim',
    arabic: 'دلشاد كريم',
    honorific: 'mr',
    position: {
      en: 'DTM Coordinator',
      fr: 'Coordinateur DTM',
      ar: 'منسق مصفوفة تتبع النزوح',
      ckb: 'ڕێکخەری DTM',
    },
    organisation: 'iom',
    language: 'ckb',
    reply: yes,
  },
  {
    key: 'noor',
    latin: 'Noor Al-Hashimi',
    arabic: 'نور الهاشمي',
    honorific: 'ms',
    position: officerHer,
    organisation: 'iom',
    language: 'ar',
    reply: yes,
  },
  {
    key: 'salwa',
    latin: 'Salwa Al-Rubaie',
    arabic: 'سلوى الربيعي',
    honorific: 'dr',
    position: {
      en: 'Director General of Branch Affairs',
      fr: 'Directrice générale des antennes',
      ar: 'المديرة العامة لدائرة شؤون الفروع',
      ckb: 'بەڕێوەبەری گشتیی کاروباری لقەکان',
    },
    organisation: 'momd',
    language: 'ar',
    reply: { ...yes, visit: 'accepted', needs: { listenLanguage: 'ar' } },
  },
  {
    key: 'rania',
    latin: 'Rania Al-Saadi',
    arabic: 'رانيا السعدي',
    honorific: 'ms',
    position: {
      en: 'Director of Social Protection',
      fr: 'Directrice de la protection sociale',
      ar: 'مديرة الحماية الاجتماعية',
      ckb: 'بەڕێوەبەری پاراستنی کۆمەڵایەتی',
    },
    organisation: 'molsa',
    language: 'ar',
    reply: { ...yes, via: 'letter', note: 'Letter 4/1178 of the Minister’s office.' },
  },
  {
    key: 'awat',
    latin: 'Awat Rasul',
    arabic: 'ئاوات ڕەسوڵ',
    honorific: 'mr',
    position: director,
    organisation: 'molsa-krg',
    language: 'ckb',
    reply: { ...yes, visit: 'accepted', via: 'phone', note: 'His office manager called.' },
  },
  {
    key: 'jubouri',
    latin: 'Ahmed Khalid Al-Jubouri',
    arabic: 'أحمد خالد الجبوري',
    honorific: 'mr',
    position: {
      en: 'Director of Planning',
      fr: 'Directeur de la planification',
      ar: 'مدير التخطيط',
      ckb: 'بەڕێوەبەری پلاندانان',
    },
    organisation: 'ninewa',
    language: 'ar',
    reply: {
      ...yes,
      needs: { access: 'كرسي متحرك', listenLanguage: 'ar' },
      message: 'نرجو تخصيص موقف للسيارة قرب المدخل.',
    },
  },
  {
    key: 'hadi',
    latin: 'Abdul Hadi Mahmoud',
    arabic: 'عبد الهادي محمود',
    honorific: 'he',
    position: { en: 'Deputy Governor', fr: 'Gouverneur adjoint', ar: 'نائب المحافظ', ckb: 'جێگری پارێزگار' },
    organisation: 'ninewa',
    language: 'ar',
    reply: { meeting: 'tentative' },
  },
  {
    key: 'nermin',
    latin: 'Nermin Hama Saeed',
    arabic: 'نەرمین حەمەسەعید',
    honorific: 'ms',
    position: headHer,
    organisation: 'erbil',
    language: 'ckb',
    reply: { ...yes, visit: 'accepted' },
  },
  {
    key: 'turhan',
    latin: 'Turhan Bayatli',
    arabic: 'طورهان بياتلي',
    honorific: 'mr',
    position: adviser,
    organisation: 'kirkuk',
    language: 'ar',
    reply: none,
  },
  {
    key: 'layth',
    latin: 'Layth Al-Tikriti',
    arabic: 'ليث التكريتي',
    honorific: 'mr',
    position: {
      en: 'Head of Recovery Unit',
      fr: 'Chef de l’unité du relèvement',
      ar: 'رئيس وحدة التعافي',
      ckb: 'سەرۆکی یەکەی بووژانەوە',
    },
    organisation: 'salah',
    language: 'ar',
    reply: {
      meeting: 'declined',
      reason: 'Provincial council sits on the same day.',
      via: 'phone',
      note: 'Called back on his mobile.',
    },
  },
  {
    key: 'shirin',
    latin: 'Shirin Aziz',
    arabic: 'شیرین عەزیز',
    honorific: 'dr',
    position: { en: 'Head of Department', fr: 'Cheffe de département', ar: 'رئيسة قسم', ckb: 'سەرۆکی بەش' },
    organisation: 'jcc',
    language: 'ckb',
    reply: { ...yes, visit: 'accepted' },
  },
  {
    key: 'harding',
    latin: 'Michael Harding',
    arabic: 'مايكل هاردنغ',
    honorific: 'mr',
    position: {
      en: 'Refugee Coordinator',
      fr: 'Coordinateur pour les réfugiés',
      ar: 'منسق شؤون اللاجئين',
      ckb: 'ڕێکخەری کاروباری پەنابەران',
    },
    organisation: 'prm',
    language: 'en',
    reply: { ...yes, visit: 'accepted' },
  },
  {
    key: 'okafor',
    latin: 'Grace Okafor',
    honorific: 'ms',
    position: adviserHer,
    organisation: 'prm',
    language: 'en',
    reply: {
      ...yes,
      visit: 'accepted',
      later: {
        ...yes,
        message: 'I fly out on the evening before the visit; please give my seat to somebody else.',
      },
    },
  },
  {
    key: 'maeve',
    latin: 'Maeve O’Connor-de Vries',
    honorific: 'ms',
    position: {
      en: 'Programme Manager',
      fr: 'Responsable de programme',
      ar: 'مديرة برامج',
      ckb: 'بەڕێوەبەری بەرنامە',
    },
    organisation: 'eu',
    language: 'en',
    reply: { ...yes, visit: 'accepted', needs: { diet: 'Vegetarian', listenLanguage: 'en' } },
  },
  {
    key: 'lindqvist',
    latin: 'Åsa Lindqvist',
    honorific: 'ms',
    position: headHer,
    organisation: 'eu',
    language: 'en',
    reply: { meeting: 'tentative', exhibition: 'accepted' },
  },
  {
    key: 'ebene',
    latin: 'Jean-Noël Ébéné',
    arabic: 'جان نويل إيبيني',
    honorific: 'mr',
    position: {
      en: 'Cooperation Adviser',
      fr: 'Conseiller de coopération',
      ar: 'مستشار التعاون',
      ckb: 'ڕاوێژکاری هاوکاری',
    },
    organisation: 'france',
    language: 'fr',
    reply: {
      ...yes,
      visit: 'accepted',
      needs: { listenLanguage: 'fr' },
      message: 'Je serai accompagné de mon chauffeur.',
    },
  },
  {
    key: 'moreau',
    latin: 'Camille Moreau',
    honorific: 'ms',
    position: officerHer,
    organisation: 'france',
    language: 'fr',
    reply: none,
  },
  {
    key: 'weber',
    latin: 'Katrin Weber',
    honorific: 'dr',
    position: { en: 'Consul', fr: 'Consule', ar: 'القنصل', ckb: 'کونسوڵ' },
    organisation: 'germany',
    language: 'en',
    reply: { ...yes, visit: 'accepted' },
  },
  {
    key: 'tanaka',
    latin: 'Hiroshi Tanaka',
    honorific: 'mr',
    position: { en: 'First Secretary', fr: 'Premier secrétaire', ar: 'السكرتير الأول', ckb: 'سکرتێری یەکەم' },
    organisation: 'japan',
    language: 'en',
    reply: { meeting: 'declined', reason: 'On leave; a colleague may write.' },
  },
  {
    key: 'sato',
    latin: 'Yuki Sato',
    honorific: 'ms',
    position: officerHer,
    organisation: 'japan',
    language: 'en',
    reply: none,
  },
  {
    key: 'trang',
    latin: 'Thu Trang Phạm',
    arabic: 'ثو ترانغ فام',
    honorific: 'ms',
    position: {
      en: 'Senior Protection Officer',
      fr: 'Administratrice principale chargée de la protection',
      ar: 'مسؤولة حماية أولى',
      ckb: 'بەرپرسی باڵای پاراستن',
    },
    organisation: 'unhcr',
    language: 'en',
    reply: { ...yes, visit: 'accepted', needs: { diet: 'Vegetarian' } },
  },
  {
    key: 'osman',
    latin: 'Osman Dirie',
    honorific: 'mr',
    position: officer,
    organisation: 'unhcr',
    language: 'en',
    reply: none,
  },
  {
    key: 'hassan',
    latin: 'Mohammed Ali Hassan',
    arabic: 'محمد علي حسن',
    honorific: 'mr',
    position: {
      en: 'Head of Area Office',
      fr: 'Chef du bureau de zone',
      ar: 'رئيس مكتب المنطقة',
      ckb: 'سەرۆکی نووسینگەی ناوچە',
    },
    organisation: 'undp',
    language: 'ar',
    reply: { ...yes, via: 'in_person', note: 'Said so at the coordination meeting.' },
  },
  {
    key: 'petrov',
    latin: 'Milena Petrova',
    honorific: 'ms',
    position: {
      en: 'Livelihoods Specialist',
      fr: 'Spécialiste des moyens de subsistance',
      ar: 'أخصائية سبل العيش',
      ckb: 'پسپۆڕی بژێوی',
    },
    organisation: 'undp',
    language: 'en',
    reply: { ...yes, visit: 'accepted' },
  },
  {
    key: 'silva',
    latin: 'Paulo da Silva',
    honorific: 'mr',
    position: head,
    organisation: 'ocha',
    language: 'en',
    reply: {
      meeting: 'tentative',
      later: { ...yes, message: 'My mission to Mosul was moved. I will be there.' },
    },
  },
  {
    key: 'amira',
    latin: 'Amira Ben Youssef',
    arabic: 'أميرة بن يوسف',
    honorific: 'ms',
    position: officerHer,
    organisation: 'ocha',
    language: 'fr',
    reply: { ...yes, needs: { listenLanguage: 'fr', diet: 'Sans porc' } },
  },
  {
    key: 'kim',
    latin: 'Ji-won Kim',
    honorific: 'ms',
    position: {
      en: 'Child Protection Specialist',
      fr: 'Spécialiste de la protection de l’enfance',
      ar: 'أخصائية حماية الطفل',
      ckb: 'پسپۆڕی پاراستنی منداڵ',
    },
    organisation: 'unicef',
    language: 'en',
    reply: none,
  },
  {
    key: 'farouk',
    latin: 'Farouk Abdallah',
    arabic: 'فاروق عبد الله',
    honorific: 'mr',
    position: head,
    organisation: 'unicef',
    language: 'ar',
    reply: { meeting: 'declined', reason: 'مهمة خارج البلاد في هذا الأسبوع.' },
  },
  {
    key: 'nguyen',
    latin: 'David Nguyen',
    honorific: 'mr',
    position: officer,
    organisation: 'wfp',
    language: 'en',
    reply: { ...yes, via: 'mail', note: 'Replied to the letter.' },
  },
  {
    key: 'rossi',
    latin: 'Chiara Rossi',
    honorific: 'ms',
    position: headHer,
    organisation: 'wfp',
    language: 'en',
    reply: none,
    mail: 'unknown',
  },
  {
    key: 'mensah',
    latin: 'Kwame Mensah',
    honorific: 'mr',
    position: {
      en: 'Employment Specialist',
      fr: 'Spécialiste de l’emploi',
      ar: 'أخصائي تشغيل',
      ckb: 'پسپۆڕی دامەزراندن',
    },
    organisation: 'ilo',
    language: 'en',
    reply: { ...yes, visit: 'accepted' },
  },
  {
    key: 'zainab',
    latin: 'Zainab Abbas Hussein',
    arabic: 'زينب عباس حسين',
    honorific: 'ms',
    position: coordinatorHer,
    organisation: 'hope',
    language: 'ar',
    reply: { ...yes, needs: { listenLanguage: 'ar' }, message: 'هل يمكن توفير ترجمة بلغة الإشارة؟' },
  },
  {
    key: 'abubakr',
    latin: 'Abu Bakr Abdul Rahman',
    arabic: 'أبو بكر عبد الرحمن',
    honorific: 'mr',
    position: { en: 'Director', fr: 'Directeur', ar: 'مدير', ckb: 'بەڕێوەبەر' },
    organisation: 'hope',
    language: 'ar',
    reply: none,
    hasNoAddress: true,
  },
  {
    key: 'karwan',
    latin: 'Karwan Jalal',
    arabic: 'کاروان جەلال',
    honorific: 'mr',
    position: coordinator,
    organisation: 'bridge',
    language: 'ckb',
    reply: { ...yes, needs: { listenLanguage: 'ckb' } },
  },
  {
    key: 'hana',
    latin: 'Hana Omer',
    arabic: 'هانا عومەر',
    honorific: 'ms',
    position: officerHer,
    organisation: 'bridge',
    language: 'ckb',
    reply: { ...none, notThem: 'هانا عومەر لێرە نەماوە؛ تکایە بۆ کاروان بنێرن.' },
  },
  {
    key: 'brown',
    latin: 'Olivia Brown',
    honorific: 'ms',
    position: {
      en: 'Country Director',
      fr: 'Directrice pays',
      ar: 'المديرة القُطرية',
      ckb: 'بەڕێوەبەری وڵات',
    },
    organisation: 'horizon',
    language: 'en',
    reply: { ...yes, withdrawn: true },
  },
  {
    key: 'diallo',
    latin: 'Mamadou Diallo',
    honorific: 'mr',
    position: coordinator,
    organisation: 'horizon',
    language: 'fr',
    reply: { meeting: 'tentative' },
  },
  {
    key: 'suhad',
    latin: 'Suhad Kareem Naji',
    arabic: 'سهاد كريم ناجي',
    honorific: 'dr',
    position: { en: 'Researcher', fr: 'Chercheuse', ar: 'باحثة', ckb: 'توێژەر' },
    organisation: 'university',
    language: 'ar',
    reply: {
      meeting: 'declined',
      exhibition: 'accepted',
      reason: 'لدي محاضرات في ذلك اليوم، وسأزور المعرض.',
    },
  },
  {
    key: 'mustafa',
    latin: 'Mustafa Al-Ani',
    arabic: 'مصطفى العاني',
    honorific: 'mr',
    position: { en: 'Correspondent', fr: 'Correspondant', ar: 'مراسل', ckb: 'پەیامنێر' },
    organisation: 'press',
    language: 'ar',
    reply: none,
    mail: 'failed',
  },
  {
    key: 'yasmin',
    latin: 'Yasmin Al-Dulaimi',
    arabic: 'ياسمين الدليمي',
    honorific: 'ms',
    position: { en: 'Photographer', fr: 'Photographe', ar: 'مصورة', ckb: 'وێنەگر' },
    organisation: 'press',
    language: 'ar',
    reply: none,
    isLate: true,
  },
]

type DemoDelegation = Pick<DemoReply, 'via' | 'note'> & {
  organisation: string
  seats: number
  alternates: number
  delegates: { latin: string; arabic: string; position: string; email: string }[]
}

/** Institutions invited as such: what their focal points have named so far. */
export const delegations: DemoDelegation[] = [
  {
    organisation: 'momd',
    seats: 2,
    alternates: 1,
    delegates: [
      {
        latin: 'Hussein Ali Al-Khafaji',
        arabic: 'حسين علي الخفاجي',
        position: 'مدير قسم المنظمات',
        email: 'h.khafaji@momd.example',
      },
      {
        latin: 'Ibtisam Jawad',
        arabic: 'ابتسام جواد',
        position: 'مسؤولة شعبة',
        email: 'i.jawad@momd.example',
      },
      { latin: 'Saif Al-Din Kamil', arabic: 'سيف الدين كامل', position: 'معاون مدير', email: '' },
    ],
  },
  {
    organisation: 'molsa',
    seats: 2,
    alternates: 1,
    via: 'letter',
    note: 'Letter 4/1180, signed by the Deputy Minister.',
    delegates: [
      {
        latin: 'Maha Al-Bayati',
        arabic: 'مها البياتي',
        position: 'مديرة التشغيل',
        email: 'm.bayati@molsa.example',
      },
    ],
  },
  { organisation: 'molsa-krg', seats: 2, alternates: 1, delegates: [] },
]
