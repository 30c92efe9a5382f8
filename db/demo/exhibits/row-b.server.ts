import { type DemoExhibit, displaced, dtm, dtmSite, people, release, releaseSite } from './exhibit.server.ts'

/** What the other four booths in the main hall show: displacement and care. */
export const rowB: DemoExhibit[] = [
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
]
