import type { Sector } from '../../app/exhibition/sectors.ts'
import type { Localized } from '../../app/i18n/languages.ts'
import type { Motif } from './drawings.server.ts'

type DemoFigure = {
  value: number
  qualifier: 'exactly' | 'about' | 'nearly' | 'more_than'
  label: Localized
  unit: Localized
  asOf: string
  source: Localized
  sourceUrl?: string
}
export type DemoExhibit = {
  slug: string
  booth: string
  state: 'draft' | 'submitted' | 'published'
  sectors: Sector[]
  governorates: string[] | 'all'
  title: Localized
  summary: Localized
  body?: Localized
  figures?: DemoFigure[]
  links?: { url: string; label: Localized }[]
  picture?: Motif
}

const people: Localized = { en: 'people', fr: 'personnes', ar: 'شخص', ckb: 'کەس' }
const families: Localized = { en: 'families', fr: 'familles', ar: 'أسرة', ckb: 'خێزان' }
const release: Localized = {
  en: 'IOM Iraq, news release on the CRP partner meeting',
  fr: 'OIM Iraq, communiqué sur la réunion des partenaires du PRC',
  ar: 'المنظمة الدولية للهجرة في العراق، بيان صحفي عن اجتماع شركاء البرنامج',
  ckb: 'ڕێکخراوی نێودەوڵەتیی کۆچ لە عێراق، ڕاگەیەندراوی ڕۆژنامەوانی لەبارەی کۆبوونەوەی هاوبەشان',
}
const displaced: Localized = { en: 'displaced people', fr: 'personnes déplacées', ar: 'نازح', ckb: 'ئاوارە' }
const arabic = new Intl.NumberFormat('ar-u-nu-arab', { useGrouping: false })
const dtm = (round: number, date: Localized): Localized => ({
  en: `IOM DTM Iraq, Master List round ${round}, ${date.en}`,
  fr: `OIM DTM Iraq, liste principale, cycle ${round}, ${date.fr}`,
  ar: `المنظمة الدولية للهجرة، مصفوفة تتبع النزوح، الجولة ${arabic.format(round)}، ${date.ar}`,
  ckb: `ڕێکخراوی نێودەوڵەتیی کۆچ، DTM عێراق، گەڕی ${arabic.format(round)}، ${date.ckb}`,
})
const dtmSite = 'https://iraqdtm.iom.int'
const releaseSite =
  'https://www.iom.int/news/iom-iraq-community-revitalization-program-holds-partnership-meeting'

/** Where the booths stand. */
export const halls: { codes: string[]; name: Localized }[] = [
  {
    codes: ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4'],
    name: { en: 'Main hall', fr: 'Grande salle', ar: 'القاعة الرئيسية', ckb: 'هۆڵی سەرەکی' },
  },
  {
    codes: ['C1', 'C2', 'C3', 'C4', 'D1', 'D2', 'D3'],
    name: { en: 'Garden', fr: 'Jardin', ar: 'الحديقة', ckb: 'باخچە' },
  },
]

/** Figures are those of the news release (phase IV of CRP) and of DTM's public rounds; nothing is estimated here. */
export const exhibits: DemoExhibit[] = [
  {
    slug: 'a-workshop-of-ones-own',
    booth: 'A1',
    state: 'published',
    sectors: ['livelihoods'],
    governorates: ['IQG15', 'IQG11', 'IQG13'],
    picture: 'loom',
    title: {
      en: 'A workshop of one’s own',
      fr: 'Un atelier à soi',
      ar: 'ورشة خاصة بي',
      ckb: 'کارگەیەکی تایبەت بە خۆم',
    },
    summary: {
      en: 'Tools, training and a first order book: how families of the current phase returned to an income.',
      fr: 'Des outils, une formation et un premier carnet de commandes : comment des familles ont retrouvé un revenu.',
      ar: 'أدوات وتدريب وأول دفتر طلبات: كيف استعادت أسر في المرحلة الحالية مصدر دخلها.',
      ckb: 'ئامراز و ڕاهێنان و یەکەم دەفتەری داواکاری: خێزانەکان چۆن گەڕانەوە سەر داهات.',
    },
    body: {
      en: `Individual livelihood assistance starts with a conversation: what can you do, what does the street need? A plan follows, then a **grant in kind** – a sewing machine, a welding set, a cold counter – with training and visits in the first months.

The exhibit shows six workshops, their tools, and what their owners would do differently.`,
      ar: `تبدأ المساعدة الفردية لسبل العيش بحديث: ماذا تجيدون، وماذا يحتاج الحي؟ ثم تأتي الخطة، و**منحة عينية** – ماكينة خياطة أو عدة لحام أو ثلاجة عرض – مع تدريب وزيارات في الأشهر الأولى.

يعرض الجناح ست ورش وأدواتها وما كان أصحابها سيفعلونه على نحو مختلف.`,
      fr: `L’aide individuelle commence par une conversation : que savez-vous faire, de quoi la rue a-t-elle besoin ? Vient ensuite un plan, puis une **aide en nature** – machine à coudre, poste à souder, vitrine réfrigérée – avec une formation et des visites durant les premiers mois.

L’exposition montre six ateliers, leurs outils, et ce que leurs propriétaires feraient autrement.`,
      ckb: `یارمەتیی تاکەکەسی بە گفتوگۆیەک دەست پێدەکات: چی دەزانن بیکەن، گەڕەک پێویستی بە چییە؟ دواتر پلانێک دێت، ئینجا **یارمەتییەکی عەینی** – مەکینەی دوورین، کەرەستەی لەحیم، سەلاجەی پیشاندان – لەگەڵ ڕاهێنان و سەردان لە مانگەکانی یەکەمدا.

پێشانگاکە شەش کارگە و ئامرازەکانیان پیشان دەدات، و ئەوەش کە خاوەنەکانیان ئەگەر لە سەرەتاوە دەستیان پێ بکردایەتەوە، چییان بە شێوەیەکی تر دەکرد.`,
    },
    figures: [
      {
        value: 2200,
        qualifier: 'more_than',
        unit: families,
        asOf: '2015',
        source: release,
        sourceUrl: releaseSite,
        label: {
          en: 'received individual assistance in the current phase',
          fr: 'ont reçu une aide individuelle dans la phase actuelle',
          ar: 'تلقت مساعدة فردية في المرحلة الحالية',
          ckb: 'لەم قۆناغەدا یارمەتیی تاکەکەسییان وەرگرت',
        },
      },
    ],
  },
  {
    slug: 'a-street-repaired-together',
    booth: 'A2',
    state: 'published',
    sectors: ['community_projects'],
    governorates: ['IQG16', 'IQG10'],
    picture: 'street',
    title: {
      en: 'A street repaired together',
      fr: 'Une rue réparée ensemble',
      ar: 'شارع أصلحناه معاً',
      ckb: 'شەقامێک پێکەوە چاکمان کردەوە',
    },
    summary: {
      en: 'Projects that host communities and displaced families chose side by side.',
      fr: 'Des projets choisis ensemble par les communautés d’accueil et les familles déplacées.',
      ar: 'مشاريع اختارتها المجتمعات المضيفة والأسر النازحة جنباً إلى جنب.',
      ckb: 'ئەو پڕۆژانەی کۆمەڵگەی میوانگر و خێزانە ئاوارەکان پێکەوە هەڵیانبژارد.',
    },
    body: {
      en: 'A water line, street lights, a market roof: community assistance projects are chosen in open meetings, built by local contractors, and kept up by a committee of hosts and newcomers.',
      ar: 'خط ماء، وإنارة شارع، وسقف سوق: تُختار مشاريع المساعدة المجتمعية في اجتماعات مفتوحة، وينفذها مقاولون محليون، وترعاها لجنة من السكان والوافدين.',
      fr: 'Une conduite d’eau, l’éclairage d’une rue, le toit d’un marché : les projets d’assistance communautaire sont choisis en réunion publique, réalisés par des entreprises locales et entretenus par un comité d’habitants et de nouveaux arrivants.',
      ckb: 'هێڵێکی ئاو، ڕووناکیی شەقام، سەقفی بازاڕێک: پڕۆژەکانی یارمەتیی کۆمەڵگە لە کۆبوونەوەی کراوەدا هەڵدەبژێردرێن، بەڵێندەری ناوخۆیی جێبەجێیان دەکات، و لیژنەیەک لە دانیشتووان و تازەهاتووان چاودێرییان دەکات.',
    },
    figures: [
      {
        value: 40000,
        qualifier: 'more_than',
        unit: people,
        asOf: '2015',
        source: release,
        sourceUrl: releaseSite,
        label: {
          en: 'took part in community projects in the current phase',
          fr: 'ont pris part à des projets communautaires dans la phase actuelle',
          ar: 'شاركوا في مشاريع مجتمعية في المرحلة الحالية',
          ckb: 'لەم قۆناغەدا بەشدارییان لە پڕۆژە کۆمەڵگەییەکان کرد',
        },
      },
    ],
  },
  {
    slug: 'new-doors-open',
    booth: 'A3',
    state: 'published',
    sectors: ['business_development', 'livelihoods'],
    governorates: ['IQG02', 'IQG17', 'IQG08'],
    title: {
      en: 'New doors open',
      fr: 'De nouvelles portes s’ouvrent',
      ar: 'أبواب جديدة تُفتح',
      ckb: 'دەرگای نوێ دەکرێنەوە',
    },
    summary: {
      en: 'Bakeries, tailors, repair shops: business development services from the first plan to the first customer.',
      fr: 'Boulangeries, tailleurs, ateliers de réparation : des services d’appui aux entreprises, du premier plan au premier client.',
      ar: 'أفران وخياطون ومحال تصليح: خدمات تطوير الأعمال من الخطة الأولى إلى الزبون الأول.',
      ckb: 'نانەواخانە، بەرگدروو، دوکانی چاککردنەوە: خزمەتگوزارییەکانی گەشەپێدانی کاروبار لە یەکەم پلانەوە تا یەکەم کڕیار.',
    },
    body: {
      en: `Individual assistance helps a person to work. **Business development services** help a business to last: a plan that somebody else has questioned, a price that covers the cost, a book in which money in and money out stand side by side.

At the booth, owners of a bakery, a tailor’s and a repair shop go through their first year month by month.`,
      fr: `L’aide individuelle permet à une personne de travailler. Les **services d’appui aux entreprises** permettent à une entreprise de durer : un plan que quelqu’un d’autre a mis à l’épreuve, un prix qui couvre les coûts, un cahier où recettes et dépenses se font face.

Au stand, une boulangère, un tailleur et un réparateur racontent leur première année, mois après mois.`,
      ar: `المساعدة الفردية تعين الشخص على العمل، أما **خدمات تطوير الأعمال** فتعين المشروع على البقاء: خطة راجعها شخص آخر، وسعر يغطي الكلفة، ودفتر تُدوَّن فيه الإيرادات إلى جانب المصروفات.

في الجناح يروي أصحاب فرن ومحل خياطة ومحل تصليح عامهم الأول شهراً بعد شهر.`,
      ckb: `یارمەتیی تاکەکەسی وا دەکات کەسێک کار بکات. **خزمەتگوزارییەکانی گەشەپێدانی کاروبار** وا دەکەن کارەکە بمێنێتەوە: پلانێک کە کەسێکی تر پرسیاری لێ کردووە، نرخێک کە تێچووەکە بگرێتەوە، و دەفتەرێک کە داهات و خەرجی تێیدا لە تەنیشت یەکن.

لە ستاندەکەدا خاوەنی نانەواخانەیەک و بەرگدروویەک و دوکانێکی چاککردنەوە مانگ بە مانگ باسی یەکەم ساڵیان دەکەن.`,
    },
    picture: 'doors',
  },
  {
    slug: 'crp-since-2007',
    booth: 'A4',
    state: 'published',
    sectors: ['coordination', 'livelihoods'],
    governorates: 'all',
    title: {
      en: 'Four phases of CRP',
      fr: 'Quatre phases du PRC',
      ar: 'أربع مراحل من برنامج إنعاش المجتمع',
      ckb: 'چوار قۆناغی بەرنامەی بووژاندنەوەی کۆمەڵگە',
    },
    summary: {
      en: 'Since 2007: a sustainable economy and social inclusion in communities that host displaced people and returnees.',
      fr: 'Depuis 2007 : une économie durable et l’inclusion sociale dans les communautés qui accueillent des personnes déplacées ou de retour.',
      ar: 'منذ عام ٢٠٠٧: اقتصاد مستدام وإدماج اجتماعي في المجتمعات المستضيفة للنازحين والعائدين.',
      ckb: 'لە ٢٠٠٧ەوە: ئابووریی بەردەوام و لەخۆگرتنی کۆمەڵایەتی لەو کۆمەڵگەیانەدا کە میوانداریی ئاوارە و گەڕاوەکان دەکەن.',
    },
    figures: [
      {
        value: 140000,
        qualifier: 'nearly',
        unit: people,
        asOf: '2015',
        source: release,
        sourceUrl: releaseSite,
        label: {
          en: 'reached by CRP to date',
          fr: 'touchées par le PRC à ce jour',
          ar: 'وصل إليهم البرنامج حتى اليوم',
          ckb: 'تا ئێستا بەرنامەکە پێیان گەیشتووە',
        },
      },
    ],
    body: {
      en: `The Community Revitalization Programme contributes to stabilization in Iraq: it improves the conditions for a sustainable economy and for the social inclusion of vulnerable people, in communities that host many displaced people and returnees. It assists both displaced families and their hosts.

- Individual livelihood assistance
- Business development services
- Psychosocial support
- Community assistance projects
- Coordination of humanitarian information

The work began in **2007**. The fourth phase is now ending; it is funded by the Bureau of Population, Refugees and Migration of the United States Department of State.`,
      fr: `Le Programme de revitalisation communautaire contribue à la stabilisation de l’Iraq : il améliore les conditions d’une économie durable et de l’inclusion sociale des personnes vulnérables, dans les communautés qui accueillent de nombreuses personnes déplacées ou de retour. Il aide les familles déplacées comme celles qui les accueillent.

- Aide individuelle aux moyens de subsistance
- Services d’appui aux entreprises
- Soutien psychosocial
- Projets d’assistance communautaire
- Coordination de l’information humanitaire

Ce travail a commencé en **2007**. La quatrième phase s’achève ; elle est financée par le Bureau de la population, des réfugiés et des migrations du Département d’État des États-Unis.`,
      ar: `يسهم برنامج إنعاش المجتمع في تحقيق الاستقرار في العراق، إذ يحسّن شروط الاقتصاد المستدام والإدماج الاجتماعي للفئات الضعيفة في المجتمعات التي تستضيف أعداداً كبيرة من النازحين والعائدين، ويساعد الأسر النازحة والأسر المضيفة معاً.

- المساعدة الفردية لسبل العيش
- خدمات تطوير الأعمال
- الدعم النفسي الاجتماعي
- مشاريع المساعدة المجتمعية
- تنسيق المعلومات الإنسانية

بدأ هذا العمل عام **٢٠٠٧**، وتُختتم الآن مرحلته الرابعة بتمويل من مكتب السكان واللاجئين والهجرة في وزارة الخارجية الأمريكية.`,
      ckb: `بەرنامەی بووژاندنەوەی کۆمەڵگە بەشداری لە سەقامگیریی عێراقدا دەکات: بارودۆخی ئابوورییەکی بەردەوام و لەخۆگرتنی کۆمەڵایەتیی کەسانی لاواز باشتر دەکات، لەو کۆمەڵگەیانەدا کە ژمارەیەکی زۆر ئاوارە و گەڕاوە لەخۆ دەگرن، و یارمەتیی خێزانە ئاوارەکان و میوانگرەکانیان پێکەوە دەدات.

- یارمەتیی تاکەکەسی بۆ بژێوی
- خزمەتگوزارییەکانی گەشەپێدانی کاروبار
- پشتیوانیی دەروونی و کۆمەڵایەتی
- پڕۆژەکانی یارمەتیی کۆمەڵگە
- هەماهەنگیی زانیاریی مرۆیی

کارەکە لە **٢٠٠٧** دەستی پێکرد، و ئێستا قۆناغی چوارەمی کۆتایی دێت؛ لەلایەن نووسینگەی دانیشتووان و پەنابەران و کۆچی وەزارەتی دەرەوەی ویلایەتە یەکگرتووەکانی ئەمریکاوە پشتگیریی دارایی دەکرێت.`,
    },
    picture: 'phases',
  },
  {
    slug: 'where-people-are',
    booth: 'B1',
    state: 'published',
    sectors: ['displacement_data'],
    governorates: 'all',
    picture: 'map',
    title: {
      en: 'Where people are: the Displacement Tracking Matrix',
      fr: 'Où sont les gens : la matrice de suivi des déplacements',
      ar: 'أين الناس: مصفوفة تتبع النزوح',
      ckb: 'خەڵک لە کوێن: ماتریکسی بەدواداچوونی ئاوارەبوون',
    },
    summary: {
      en: 'Eighteen governorates, round by round: who is displaced, where, since when.',
      fr: 'Dix-huit gouvernorats, cycle après cycle : qui est déplacé, où, depuis quand.',
      ar: 'ثماني عشرة محافظة، جولةً بعد جولة: من نزح، وإلى أين، ومنذ متى.',
      ckb: 'هەژدە پارێزگا، گەڕ بە گەڕ: کێ ئاوارەیە، لە کوێ، لە کەیەوە.',
    },
    body: {
      en: `DTM has recorded displacement across Iraq since 2014. Partners use its data, dashboards and dynamic map to steer their programmes.

| Round | Date | Displaced people |
|---|---|---:|
| 1 | April 2014 | 443,124 |
| 22 | June 2015 | 3,103,914 |
| 42 | March 2016 | 3,417,768 |
| 88 | January 2018 | 2,470,974 |
| 119 | December 2020 | 1,224,108 |
| 132 | April 2024 | 1,098,913 |

Source: IOM DTM Iraq, Master List; sums of the governorates as published for each round.`,
      ar: `تسجل مصفوفة تتبع النزوح حركة النزوح في العراق منذ عام ٢٠١٤، ويستعين الشركاء ببياناتها ولوحاتها وخريطتها التفاعلية لتوجيه برامجهم.

| الجولة | التاريخ | النازحون |
|---|---|---:|
| ١ | نيسان ٢٠١٤ | ٤٤٣٬١٢٤ |
| ٢٢ | حزيران ٢٠١٥ | ٣٬١٠٣٬٩١٤ |
| ٤٢ | آذار ٢٠١٦ | ٣٬٤١٧٬٧٦٨ |
| ٨٨ | كانون الثاني ٢٠١٨ | ٢٬٤٧٠٬٩٧٤ |
| ١١٩ | كانون الأول ٢٠٢٠ | ١٬٢٢٤٬١٠٨ |
| ١٣٢ | نيسان ٢٠٢٤ | ١٬٠٩٨٬٩١٣ |

المصدر: المنظمة الدولية للهجرة، مصفوفة تتبع النزوح في العراق، القائمة الرئيسية؛ مجموع المحافظات كما نُشر لكل جولة.`,
      fr: `La DTM enregistre les déplacements dans tout l’Iraq depuis 2014. Les partenaires se servent de ses données, de ses tableaux de bord et de sa carte dynamique pour orienter leurs programmes.

| N° | Date | Personnes déplacées |
|---|---|---:|
| 1 | avril 2014 | 443 124 |
| 22 | juin 2015 | 3 103 914 |
| 42 | mars 2016 | 3 417 768 |
| 88 | janvier 2018 | 2 470 974 |
| 119 | décembre 2020 | 1 224 108 |
| 132 | avril 2024 | 1 098 913 |

Source : OIM DTM Iraq, liste principale ; sommes des gouvernorats telles que publiées pour chaque cycle.`,
      ckb: `ماتریکسی بەدواداچوونی ئاوارەبوون (DTM) لە ساڵی ٢٠١٤ەوە ئاوارەبوون لە سەرانسەری عێراقدا تۆمار دەکات. هاوبەشان داتا و داشبۆرد و نەخشە کارلێکەرەکەی بۆ ئاراستەکردنی بەرنامەکانیان بەکار دەهێنن.

| گەڕ | بەروار | ئاوارەکان |
|---|---|---:|
| ١ | نیسانی ٢٠١٤ | ٤٤٣٬١٢٤ |
| ٢٢ | حوزەیرانی ٢٠١٥ | ٣٬١٠٣٬٩١٤ |
| ٤٢ | ئازاری ٢٠١٦ | ٣٬٤١٧٬٧٦٨ |
| ٨٨ | کانوونی دووەمی ٢٠١٨ | ٢٬٤٧٠٬٩٧٤ |
| ١١٩ | کانوونی یەکەمی ٢٠٢٠ | ١٬٢٢٤٬١٠٨ |
| ١٣٢ | نیسانی ٢٠٢٤ | ١٬٠٩٨٬٩١٣ |

سەرچاوە: ڕێکخراوی نێودەوڵەتیی کۆچ، DTM عێراق، لیستی سەرەکی؛ کۆی پارێزگاکان وەک بۆ هەر گەڕێک بڵاوکراوەتەوە.`,
    },
    figures: [
      {
        value: 3_100_000,
        qualifier: 'more_than',
        unit: people,
        asOf: '2015',
        sourceUrl: releaseSite,
        source: release,
        label: {
          en: 'displaced since January 2014',
          fr: 'déplacées depuis janvier 2014',
          ar: 'نزحوا منذ كانون الثاني ٢٠١٤',
          ckb: 'لە کانوونی دووەمی ٢٠١٤ەوە ئاوارە بوون',
        },
      },
      {
        value: 3_417_768,
        qualifier: 'exactly',
        unit: displaced,
        asOf: '2016-03',
        sourceUrl: dtmSite,
        source: dtm(42, { en: 'March 2016', fr: 'mars 2016', ar: 'آذار ٢٠١٦', ckb: 'ئازاری ٢٠١٦' }),
        label: {
          en: 'in March 2016, the most of any round shown',
          fr: 'en mars 2016, le plus de tous les cycles présentés',
          ar: 'في آذار ٢٠١٦، وهو أعلى عدد بين الجولات المعروضة',
          ckb: 'لە ئازاری ٢٠١٦، زۆرترین ژمارە لە گەڕە پیشاندراوەکاندا',
        },
      },
      {
        value: 1098913,
        qualifier: 'exactly',
        unit: displaced,
        asOf: '2024-04-30',
        sourceUrl: dtmSite,
        source: dtm(132, { en: 'April 2024', fr: 'avril 2024', ar: 'نيسان ٢٠٢٤', ckb: 'نیسانی ٢٠٢٤' }),
        label: {
          en: 'in April 2024, the latest round shown',
          fr: 'en avril 2024, dernier cycle présenté',
          ar: 'في نيسان ٢٠٢٤، آخر جولة معروضة',
          ckb: 'لە نیسانی ٢٠٢٤، دوایین گەڕی پیشاندراو',
        },
      },
      {
        value: 229120,
        qualifier: 'exactly',
        unit: displaced,
        asOf: '2024-04-30',
        sourceUrl: dtmSite,
        source: dtm(132, { en: 'April 2024', fr: 'avril 2024', ar: 'نيسان ٢٠٢٤', ckb: 'نیسانی ٢٠٢٤' }),
        label: {
          en: 'in Ninewa',
          fr: 'à Ninive',
          ar: 'في نينوى',
          ckb: 'لە نەینەوا',
        },
      },
      {
        value: 233162,
        qualifier: 'exactly',
        unit: displaced,
        asOf: '2024-04-30',
        sourceUrl: dtmSite,
        source: dtm(132, { en: 'April 2024', fr: 'avril 2024', ar: 'نيسان ٢٠٢٤', ckb: 'نیسانی ٢٠٢٤' }),
        label: {
          en: 'in Duhok',
          fr: 'à Dohouk',
          ar: 'في دهوك',
          ckb: 'لە دهۆک',
        },
      },
      {
        value: 222_865,
        qualifier: 'exactly',
        unit: displaced,
        asOf: '2024-04-30',
        sourceUrl: dtmSite,
        source: dtm(132, { en: 'April 2024', fr: 'avril 2024', ar: 'نيسان ٢٠٢٤', ckb: 'نیسانی ٢٠٢٤' }),
        label: {
          en: 'in Erbil',
          fr: 'à Erbil',
          ar: 'في أربيل',
          ckb: 'لە هەولێر',
        },
      },
    ],
    links: [
      {
        url: dtmSite,
        label: {
          en: 'DTM Iraq: data and dashboards',
          fr: 'DTM Iraq : données et tableaux de bord',
          ar: 'مصفوفة تتبع النزوح: البيانات واللوحات',
          ckb: 'DTM عێراق: داتا و داشبۆرد',
        },
      },
    ],
  },
  {
    slug: 'someone-who-listens',
    booth: 'B2',
    state: 'published',
    sectors: ['psychosocial', 'health'],
    governorates: ['IQG09', 'IQG15'],
    title: {
      en: 'Someone who listens',
      fr: 'Quelqu’un qui écoute',
      ar: 'هناك من يُصغي',
      ckb: 'کەسێک کە گوێ دەگرێت',
    },
    summary: {
      en: 'Centres where children draw, mothers meet and nobody has to explain why they came.',
      fr: 'Des centres où les enfants dessinent, où les mères se retrouvent, où personne ne doit expliquer sa venue.',
      ar: 'مراكز يرسم فيها الأطفال وتلتقي الأمهات ولا يُسأل أحد عن سبب مجيئه.',
      ckb: 'ناوەندگەلێک کە منداڵان وێنە دەکێشن، دایکان کۆدەبنەوە و کەس ناچار نییە بڵێت بۆچی هاتووە.',
    },
    body: {
      en: 'Psychosocial support is part of the programme, not beside it: whoever has lost a home, a shop or a brother needs more than tools. Trained staff listen, bring people together in groups, and know where to send those who need a doctor.',
      fr: 'Le soutien psychosocial fait partie intégrante du programme : qui a perdu une maison, une boutique ou un frère a besoin de plus que d’outils. Des personnes formées écoutent, réunissent des groupes et savent vers qui orienter ceux qui ont besoin d’un médecin.',
      ar: 'الدعم النفسي الاجتماعي جزء من البرنامج لا ملحق به: فمن فقد بيتاً أو محلاً أو أخاً يحتاج إلى أكثر من الأدوات. يصغي موظفون مدربون، ويجمعون الناس في مجموعات، ويعرفون إلى أين يحيلون من يحتاج إلى طبيب.',
      ckb: 'پشتیوانیی دەروونی و کۆمەڵایەتی بەشێکە لە بەرنامەکە: ئەوەی ماڵێک، دوکانێک یان برایەکی لەدەست دابێت، پێویستی بە زیاتر لە ئامراز هەیە. کارمەندی ڕاهێنراو گوێ دەگرن، خەڵک لە گروپدا کۆدەکەنەوە، و دەزانن ئەوانەی پێویستییان بە پزیشکە بۆ کوێ ڕەوانە بکەن.',
    },
    picture: 'circle',
  },
  {
    slug: 'before-the-winter',
    booth: 'B3',
    state: 'published',
    sectors: ['shelter'],
    governorates: ['IQG01', 'IQG08'],
    picture: 'roof',
    title: { en: 'Before the winter', fr: 'Avant l’hiver', ar: 'قبل الشتاء', ckb: 'پێش زستان' },
    summary: {
      en: 'From sealed-off rooms to a roof that holds: what a family needs in the first week and in the first year.',
      fr: 'D’une pièce isolée à un toit qui tient : ce qu’il faut à une famille la première semaine et la première année.',
      ar: 'من غرفة معزولة إلى سقف يصمد: ما تحتاجه الأسرة في الأسبوع الأول وفي السنة الأولى.',
      ckb: 'لە ژووری داخراوەوە تا بنمیچێکی پتەو: خێزانێک لە یەکەم هەفتە و یەکەم ساڵدا چی پێویستە.',
    },
    body: {
      en: 'Shelter comes in steps: plastic sheeting and a door that shuts, then sealed windows and a stove, then a repaired roof. The booth is a room in three states; visitors may walk through all of them.',
      fr: 'L’abri vient par étapes : une bâche et une porte qui ferme, puis des fenêtres étanches et un poêle, enfin un toit réparé. Le stand est une pièce dans trois états, que l’on peut traverser.',
      ar: 'المأوى خطوات: غطاء بلاستيكي وباب يُغلق، ثم نوافذ محكمة ومدفأة، ثم سقف مُرمَّم. والجناح غرفة في ثلاث حالات يمر الزائر بها جميعاً.',
      ckb: 'نیشتەجێکردن هەنگاو بە هەنگاو دێت: چادرێک و دەرگایەک کە دادەخرێت، دواتر پەنجەرەی توند و سۆپایەک، ئینجا بنمیچێکی چاککراو. ستاندەکە ژوورێکە بە سێ دۆخ و سەردانکەران بە هەموویاندا دەڕۆن.',
    },
  },
  {
    slug: 'what-is-in-the-box',
    booth: 'B4',
    state: 'published',
    sectors: ['cash_relief', 'emergency'],
    governorates: ['IQG13', 'IQG16', 'IQG01'],
    title: {
      en: 'What is in the box',
      fr: 'Ce qu’il y a dans le colis',
      ar: 'ماذا في الصندوق',
      ckb: 'چی لە سندوقەکەدایە',
    },
    summary: {
      en: 'Relief items and cash in the first hours: lift the lid and see what a kit holds, and why.',
      fr: 'Articles de secours et espèces dans les premières heures : soulevez le couvercle et voyez ce que contient un colis, et pourquoi.',
      ar: 'مواد إغاثة ونقد في الساعات الأولى: ارفعوا الغطاء وانظروا ما في الحقيبة ولماذا.',
      ckb: 'کەلوپەلی فریاکەوتن و پارە لە یەکەم کاتژمێرەکاندا: سەرپۆشەکە هەڵبدەنەوە و ببینن چی تێدایە و بۆچی.',
    },
    body: {
      en: 'Blankets, a cooking set, a jerrycan, soap: each thing in a kit answers a question that families asked. Where markets work, cash lets them answer it themselves. Lift what you like, and guess its weight.',
      fr: 'Couvertures, ustensiles de cuisine, jerrican, savon : chaque objet répond à une question posée par des familles. Là où les marchés fonctionnent, l’argent liquide leur permet d’y répondre elles-mêmes. Soulevez ce que vous voulez et devinez son poids.',
      ar: 'بطانيات وعدة طبخ ووعاء ماء وصابون: كل ما في الحقيبة جواب عن سؤال طرحته الأسر. وحيث تعمل الأسواق يتيح النقد للأسر أن تجيب بنفسها. ارفعوا ما شئتم وخمّنوا وزنه.',
      ckb: 'بەتانی، کەرەستەی چێشتلێنان، دەبەی ئاو، سابوون: هەر شتێک لە سندوقەکەدا وەڵامی پرسیارێکە کە خێزانەکان کردوویانە. لەو شوێنانەی بازاڕ کار دەکات، پارەی کاش وا دەکات خۆیان وەڵام بدەنەوە. هەرچییەکتان دەوێت هەڵیبگرن و کێشەکەی بخەمڵێنن.',
    },
    picture: 'box',
  },
  {
    slug: 'the-mobile-clinic',
    booth: 'C1',
    state: 'published',
    sectors: ['health'],
    governorates: ['IQG15', 'IQG09', 'IQG11'],
    title: {
      en: 'The mobile clinic',
      fr: 'La clinique mobile',
      ar: 'العيادة المتنقلة',
      ckb: 'کلینیکی گەڕۆک',
    },
    summary: {
      en: 'Medical help where there is no hospital: step inside and meet the team.',
      fr: 'Des soins là où il n’y a pas d’hôpital : entrez et rencontrez l’équipe.',
      ar: 'مساعدة طبية حيث لا مستشفى: ادخلوا وتعرفوا على الفريق.',
      ckb: 'یارمەتیی پزیشکی لەو شوێنانەی نەخۆشخانەیان لێ نییە: وەرنە ژوورەوە و تیمەکە بناسن.',
    },
    body: {
      en: 'Emergency programmes bring medical help to where people have arrived. Inside the vehicle the team shows a consultation from the queue to the medicine, and how patients are referred to a hospital.',
      fr: 'Les programmes d’urgence apportent l’aide médicale là où les gens sont arrivés. Dans le véhicule, l’équipe montre une consultation, de la file d’attente au médicament, et comment on oriente un patient vers l’hôpital.',
      ar: 'توصل برامج الطوارئ المساعدة الطبية إلى حيث وصل الناس. داخل العربة يعرض الفريق مسار المعاينة من الانتظار إلى الدواء، وكيف يُحال المريض إلى المستشفى.',
      ckb: 'بەرنامەکانی فریاکەوتن یارمەتیی پزیشکی دەگەیەننە ئەو شوێنەی خەڵک پێی گەیشتوون. لەناو ئۆتۆمبێلەکەدا تیمەکە ڕێگای پشکنین لە چاوەڕوانییەوە تا دەرمان پیشان دەدات، و چۆن نەخۆش ڕەوانەی نەخۆشخانە دەکرێت.',
    },
    picture: 'clinic',
  },
  {
    slug: 'at-the-border',
    booth: 'C2',
    state: 'published',
    sectors: ['migration_management'],
    governorates: ['IQG02', 'IQG18', 'IQG06'],
    title: { en: 'At the border', fr: 'À la frontière', ar: 'على الحدود', ckb: 'لە سنوور' },
    summary: {
      en: 'Migration management: training, equipment and procedures that protect people who cross.',
      fr: 'Gestion des migrations : formation, équipement et procédures qui protègent celles et ceux qui passent la frontière.',
      ar: 'إدارة الهجرة: تدريب ومعدات وإجراءات تحمي العابرين.',
      ckb: 'بەڕێوەبردنی کۆچ: ڕاهێنان و کەرەستە و ڕێکار بۆ پاراستنی ئەوانەی دەپەڕنەوە.',
    },
    body: {
      en: 'Migration management is part of the work, too: people who cross a border should be registered quickly, treated with dignity, and told their rights in a language they understand. Try the counter from both sides.',
      fr: 'La gestion des migrations fait aussi partie du travail : qui franchit une frontière doit être enregistré rapidement, traité avec dignité et informé de ses droits dans une langue qu’il comprend. Essayez le guichet des deux côtés.',
      ar: 'إدارة الهجرة جزء من العمل أيضاً: من يعبر الحدود ينبغي أن يُسجَّل بسرعة، وأن يُعامل بكرامة، وأن يعرف حقوقه بلغة يفهمها. جرّبوا الشباك من جانبيه.',
      ckb: 'بەڕێوەبردنی کۆچیش بەشێکە لە کارەکە: ئەوەی لە سنوور دەپەڕێتەوە دەبێت بە خێرایی تۆمار بکرێت، بە ڕێزەوە مامەڵەی لەگەڵ بکرێت، و بە زمانێک کە تێی دەگات مافەکانی پێ بوترێت. پەنجەرەکە لە هەردوو لاوە تاقی بکەنەوە.',
    },
    picture: 'border',
  },
  {
    slug: 'one-list-for-all',
    booth: 'C3',
    state: 'published',
    sectors: ['coordination', 'displacement_data'],
    governorates: 'all',
    title: {
      en: 'One list for all',
      fr: 'Une seule liste pour tous',
      ar: 'قائمة واحدة للجميع',
      ckb: 'یەک لیست بۆ هەمووان',
    },
    summary: {
      en: 'Coordination of humanitarian information, so that two lorries do not go to one village.',
      fr: 'Coordonner l’information humanitaire, pour que deux camions n’aillent pas au même village.',
      ar: 'تنسيق المعلومات الإنسانية كي لا تذهب شاحنتان إلى قرية واحدة.',
      ckb: 'هەماهەنگیی زانیاریی مرۆیی، بۆ ئەوەی دوو بارهەڵگر نەچنە یەک گوند.',
    },
    body: {
      en: 'Who works where, on what, for how many? Partners give their answers to one list and read everybody’s. The booth shows a week of it: what came in, what was doubled, what was missing.',
      fr: 'Qui travaille où, sur quoi, pour combien de personnes ? Les partenaires alimentent une seule liste et lisent celle de tous. Le stand en montre une semaine : ce qui est arrivé, ce qui était en double, ce qui manquait.',
      ar: 'من يعمل أين، وفي ماذا، ولأجل كم شخصاً؟ يرسل الشركاء أجوبتهم إلى قائمة واحدة ويقرؤون أجوبة الجميع. يعرض الجناح أسبوعاً منها: ما ورد، وما تكرر، وما نقص.',
      ckb: 'کێ لە کوێ کار دەکات، لەسەر چی، بۆ چەند کەس؟ هاوبەشان وەڵامەکانیان دەدەنە یەک لیست و هی هەمووان دەخوێننەوە. ستاندەکە هەفتەیەکی پیشان دەدات: چی هات، چی دووبارە بوو، چی کەم بوو.',
    },
    picture: 'list',
  },
  {
    slug: 'going-home',
    booth: 'C4',
    state: 'published',
    sectors: ['protection', 'shelter'],
    governorates: ['IQG16', 'IQG10', 'IQG01', 'IQG15'],
    title: { en: 'Going home', fr: 'Rentrer chez soi', ar: 'العودة إلى الديار', ckb: 'گەڕانەوە بۆ ماڵ' },
    summary: {
      en: 'What returnees look for first: papers, water, school, a neighbour.',
      fr: 'Ce que cherchent d’abord les personnes de retour : des papiers, l’eau, l’école, un voisin.',
      ar: 'أول ما يبحث عنه العائدون: الأوراق والماء والمدرسة والجار.',
      ckb: 'گەڕاوەکان سەرەتا بەدوای چیدا دەگەڕێن: بەڵگەنامە، ئاو، قوتابخانە، دراوسێ.',
    },
    body: {
      en: 'Returning is a decision a family takes more than once. At this booth returnees tell what made them stay: documents replaced, a well cleaned, a class that started in autumn, someone next door.',
      fr: 'Rentrer est une décision qu’une famille prend plus d’une fois. À ce stand, des personnes de retour racontent ce qui les a fait rester : des papiers refaits, un puits curé, une classe ouverte à l’automne, quelqu’un à côté.',
      ar: 'العودة قرار تتخذه الأسرة أكثر من مرة. في هذا الجناح يروي العائدون ما الذي جعلهم يبقون: وثائق استُعيدت، وبئر نُظّفت، وصف دراسي بدأ في الخريف، وجار إلى جوارهم.',
      ckb: 'گەڕانەوە بڕیارێکە کە خێزان زیاتر لە جارێک دەیدات. لەم ستاندەدا گەڕاوەکان باسی ئەوە دەکەن چی وای لێ کردن بمێننەوە: بەڵگەنامەی نوێ، بیرێکی پاککراو، پۆلێک کە لە پاییزدا دەستی پێکرد، دراوسێیەک.',
    },
    picture: 'road',
  },
  {
    slug: 'voices-of-youth',
    booth: 'D1',
    state: 'submitted',
    sectors: ['community_projects'],
    governorates: ['IQG11', 'IQG06'],
    title: { en: 'Voices of youth', ckb: 'دەنگی گەنجان' },
    summary: { en: 'Short films by young people of host and displaced families.' },
  },
  {
    slug: 'seeds',
    booth: 'D2',
    state: 'draft',
    sectors: ['livelihoods'],
    governorates: ['IQG15'],
    title: { en: 'Seeds', ar: 'بذور' },
    summary: { en: 'Returning to the fields of the Ninewa plain.' },
  },
]
