import type { Localized } from '../../app/i18n/languages.ts'

/*
 * The model event, from what IOM has published about the partner meeting of its Community Revitalization Programme in
 * Iraq and the exhibition beside it. Persons are invented; every address is under `.example`.
 */

export const office = {
  name: {
    en: 'IOM Iraq',
    fr: 'OIM Iraq',
    ar: 'المنظمة الدولية للهجرة في العراق',
    ckb: 'ڕێکخراوی نێودەوڵەتیی کۆچ لە عێراق',
  },
  senderName: {
    en: 'IOM Iraq Events',
    fr: 'OIM Iraq, événements',
    ar: 'فعاليات المنظمة الدولية للهجرة في العراق',
    ckb: 'بۆنەکانی ڕێکخراوی نێودەوڵەتیی کۆچ',
  },
  senderAddress: 'events@iom-iraq.example',
  zone: 'Asia/Baghdad',
} as const

export const event = {
  slug: 'improving-lives',
  name: {
    en: 'Improving Lives, Enhancing Livelihoods',
    fr: 'Améliorer les vies, renforcer les moyens de subsistance',
    ar: 'تحسين الحياة وتعزيز سبل العيش',
    ckb: 'باشترکردنی ژیان و بەهێزکردنی بژێوی',
  },
  summary: {
    en: 'Partner meeting of the Community Revitalization Programme, and an exhibition of IOM’s work in Iraq: towards durable solutions.',
    fr: 'Réunion des partenaires du Programme de revitalisation communautaire et exposition du travail de l’OIM en Iraq : vers des solutions durables.',
    ar: 'اجتماع شركاء برنامج إنعاش المجتمع ومعرض لعمل المنظمة الدولية للهجرة في العراق: نحو حلول دائمة.',
    ckb: 'کۆبوونەوەی هاوبەشانی بەرنامەی بووژاندنەوەی کۆمەڵگە و پێشانگای کارەکانی ڕێکخراوی نێودەوڵەتیی کۆچ لە عێراق: بەرەو چارەسەری هەمیشەیی.',
  },
  description: {
    en: `Ministries, local authorities, donors and United Nations agencies meet to **re-examine the needs** of families affected by the conflict, to **evaluate** the fourth phase of the Community Revitalization Programme (CRP), and to **plan** the next.

The exhibition beside it shows programmes from emergency assistance to recovery and stabilization, across the 18 governorates: shelter and relief, livelihoods and new businesses, medical and psychosocial help, migration management, and the data that guide them.

CRP began in 2007. It supports communities that host many displaced people and returnees, and is funded by the Bureau of Population, Refugees and Migration of the United States Department of State.`,
    fr: `Ministères, autorités locales, bailleurs de fonds et agences des Nations Unies se réunissent pour **réexaminer les besoins** des familles touchées par le conflit, **évaluer** la quatrième phase du Programme de revitalisation communautaire (PRC) et **préparer** la suivante.

L’exposition qui l’accompagne présente des programmes allant de l’aide d’urgence au relèvement et à la stabilisation, dans les 18 gouvernorats : abris et secours, moyens de subsistance et nouvelles entreprises, aide médicale et psychosociale, gestion des migrations, et les données qui les guident.

Le PRC a commencé en 2007. Il soutient les communautés qui accueillent de nombreuses personnes déplacées ou de retour, et il est financé par le Bureau de la population, des réfugiés et des migrations du Département d’État des États-Unis.`,
    ar: `تجتمع الوزارات والسلطات المحلية والجهات المانحة ووكالات الأمم المتحدة من أجل **إعادة النظر في احتياجات** الأسر المتضررة من النزاع، و**تقييم** المرحلة الرابعة من برنامج إنعاش المجتمع، و**التخطيط** للمرحلة المقبلة.

ويقدم المعرض المصاحب برامج تمتد من المساعدة الطارئة إلى التعافي والاستقرار في المحافظات الثماني عشرة: المأوى والإغاثة، وسبل العيش والمشاريع الصغيرة الجديدة، والمساعدة الطبية والنفسية الاجتماعية، وإدارة الهجرة، والبيانات التي توجهها.

بدأ البرنامج عام ٢٠٠٧ لدعم المجتمعات التي تستضيف أعداداً كبيرة من النازحين والعائدين، بتمويل من مكتب السكان واللاجئين والهجرة في وزارة الخارجية الأمريكية.`,
    ckb: `وەزارەتەکان و دەسەڵاتە خۆجێییەکان و بەخشەران و ئاژانسەکانی نەتەوە یەکگرتووەکان کۆدەبنەوە بۆ **پێداچوونەوە بە پێداویستییەکانی** ئەو خێزانانەی ململانێکە زیانی پێگەیاندوون، و **هەڵسەنگاندنی** قۆناغی چوارەمی بەرنامەی بووژاندنەوەی کۆمەڵگە و **پلاندانان** بۆ قۆناغی داهاتوو.

پێشانگاکە ئەو بەرنامانە پیشان دەدات کە لە یارمەتیی فریاکەوتنەوە تا بووژانەوە و سەقامگیری لە هەر هەژدە پارێزگاکەدا جێبەجێ دەکرێن: نیشتەجێکردن و فریاکەوتن، بژێوی و کاری نوێ، یارمەتیی پزیشکی و دەروونی و کۆمەڵایەتی، بەڕێوەبردنی کۆچ، و ئەو داتایانەی ئاراستەیان دەکەن.

بەرنامەکە لە ساڵی ٢٠٠٧ دەستی پێکرد. پشتگیریی ئەو کۆمەڵگەیانە دەکات کە ژمارەیەکی زۆر ئاوارە و گەڕاوە لەخۆ دەگرن، و لەلایەن نووسینگەی دانیشتووان و پەنابەران و کۆچی وەزارەتی دەرەوەی ویلایەتە یەکگرتووەکانی ئەمریکاوە پشتگیریی دارایی دەکرێت.`,
  },
  contact: { name: 'IOM Iraq Events', email: 'events@iom-iraq.example', phone: '+964 770 000 0000' },
} satisfies Record<string, Localized | string | object>

export const venue = {
  name: {
    en: 'Conference Centre, Erbil',
    fr: 'Centre de conférences, Erbil',
    ar: 'مركز المؤتمرات، أربيل',
    ckb: 'ناوەندی کۆنفرانسەکان، هەولێر',
  },
  address: {
    en: '100 Metre Street, Erbil',
    fr: 'Rue des 100 mètres, Erbil',
    ar: 'شارع المئة متر، أربيل',
    ckb: 'شەقامی ١٠٠ مەتری، هەولێر',
  },
  directions: {
    en: 'Use **Gate 2**. Bring the identity document you registered with; vehicles are checked, so allow 20 minutes.',
    fr: 'Entrez par la **porte 2**, avec votre pièce d’identité. Les véhicules sont contrôlés : prévoyez 20 minutes.',
    ar: 'الدخول من **البوابة ٢** مع إبراز وثيقة الهوية. تخضع المركبات للتفتيش، فيُرجى الحضور قبل الموعد بعشرين دقيقة.',
    ckb: 'لە **دەروازەی ٢** بچنە ژوورەوە و ناسنامەتان پێ بێت. ئۆتۆمبێلەکان دەپشکنرێن، تکایە ٢٠ خولەک پێشتر ئامادەبن.',
  },
  mapUrl: 'https://www.openstreetmap.org/?mlat=36.1901&mlon=44.0089#map=15/36.1901/44.0089',
} as const

export const partNames = {
  meeting: {
    en: 'CRP partner meeting',
    fr: 'Réunion des partenaires du PRC',
    ar: 'اجتماع شركاء برنامج إنعاش المجتمع',
    ckb: 'کۆبوونەوەی هاوبەشانی بەرنامەی بووژاندنەوەی کۆمەڵگە',
  },
  exhibition: {
    en: 'Exhibition: Working Towards Durable Solutions',
    fr: 'Exposition : vers des solutions durables',
    ar: 'المعرض: نحو حلول دائمة',
    ckb: 'پێشانگا: بەرەو چارەسەری هەمیشەیی',
  },
  visit: {
    en: 'Visit to workshops in Erbil',
    fr: 'Visite d’ateliers à Erbil',
    ar: 'زيارة إلى ورش في أربيل',
    ckb: 'سەردانی کارگەکان لە هەولێر',
  },
} satisfies Record<string, Localized>

export const rooms = [
  {
    key: 'hall',
    capacity: 120,
    channels: ['ar', 'en', 'ckb'],
    name: {
      en: 'Conference Hall A',
      fr: 'Salle de conférence A',
      ar: 'قاعة المؤتمرات أ',
      ckb: 'هۆڵی کۆنفرانسی A',
    },
  },
  {
    key: 'side',
    capacity: 24,
    channels: ['ar'],
    name: { en: 'Room B', fr: 'Salle B', ar: 'القاعة ب', ckb: 'ژووری B' },
  },
  {
    key: 'foyer',
    capacity: null,
    channels: [],
    name: { en: 'Foyer', fr: 'Foyer', ar: 'البهو', ckb: 'هۆڵی پێشوازی' },
  },
] as const
