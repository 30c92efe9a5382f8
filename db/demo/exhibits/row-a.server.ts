import { type DemoExhibit, families, people, release, releaseSite } from './exhibit.server.ts'

/** What four of the booths in the main hall show: the programme itself. */
export const rowA: DemoExhibit[] = [
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
    showsResults: true,
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
]
