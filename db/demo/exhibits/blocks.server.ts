import type { z } from 'zod'
import type { block } from '../../../app/exhibition/content/blocks.ts'

type WrittenBlock = z.input<typeof block>

/** What some booths show besides text and figures, by their slug. Facts of the news release, nothing else. */
export const furtherBlocks: Readonly<Record<string, readonly WrittenBlock[]>> = {
  'crp-since-2007': [
    {
      kind: 'timeline',
      heading: {
        en: 'From one phase to the next',
        fr: 'D’une phase à l’autre',
        ar: 'من مرحلة إلى أخرى',
        ckb: 'لە قۆناغێکەوە بۆ ئەوی تر',
      },
      items: [
        {
          on: '2007',
          title: {
            en: 'The programme begins',
            fr: 'Le programme commence',
            ar: 'انطلاق البرنامج',
            ckb: 'بەرنامەکە دەست پێدەکات',
          },
          text: {
            en: 'Livelihoods and social inclusion in communities that host displaced people and returnees.',
            fr: 'Moyens de subsistance et inclusion sociale dans les communautés qui accueillent déplacés et retournés.',
            ar: 'سبل العيش والإدماج الاجتماعي في المجتمعات التي تستضيف النازحين والعائدين.',
            ckb: 'بژێوی و تێکەڵبوونی کۆمەڵایەتی لەو کۆمەڵگەیانەی میوانداریی ئاوارە و گەڕاوەکان دەکەن.',
          },
        },
        {
          on: '2014-01',
          title: {
            en: 'A new displacement',
            fr: 'Un nouveau déplacement',
            ar: 'نزوح جديد',
            ckb: 'ئاوارەبوونێکی نوێ',
          },
          text: {
            en: 'Since January 2014 more than 3.1 million people have been displaced within Iraq.',
            fr: 'Depuis janvier 2014, plus de 3,1 millions de personnes ont été déplacées en Iraq.',
            ar: 'منذ كانون الثاني ٢٠١٤ نزح أكثر من ٣٫١ مليون شخص داخل العراق.',
            ckb: 'لە کانوونی دووەمی ٢٠١٤ەوە زیاتر لە ٣٫١ ملیۆن کەس لە عێراقدا ئاوارە بوون.',
          },
        },
        {
          on: '2015',
          title: {
            en: 'The fourth phase nears its end',
            fr: 'La quatrième phase s’achève',
            ar: 'المرحلة الرابعة توشك على الانتهاء',
            ckb: 'قۆناغی چوارەم لە کۆتاییەکەی نزیک دەبێتەوە',
          },
          text: {
            en: 'Partners look at what was achieved and plan the programmes to come.',
            fr: 'Les partenaires évaluent les résultats et préparent les programmes à venir.',
            ar: 'يقيّم الشركاء ما تحقق ويخططون للبرامج المقبلة.',
            ckb: 'هاوبەشان ئەوەی بەدەست هاتووە هەڵدەسەنگێنن و پلان بۆ بەرنامەکانی داهاتوو دادەنێن.',
          },
        },
      ],
    },
    {
      kind: 'partners',
      heading: {},
      items: [
        {
          role: 'donor',
          name: {
            en: 'US Department of State, Bureau of Population, Refugees and Migration',
            fr: 'Département d’État des États-Unis, Bureau de la population, des réfugiés et des migrations',
            ar: 'وزارة الخارجية الأمريكية، مكتب السكان واللاجئين والهجرة',
            ckb: 'وەزارەتی دەرەوەی ئەمریکا، نووسینگەی دانیشتووان و پەنابەران و کۆچ',
          },
        },
        {
          role: 'partner',
          name: {
            en: 'Ministry of Migration and Displacement',
            fr: 'Ministère de la Migration et des Déplacés',
            ar: 'وزارة الهجرة والمهجرين',
            ckb: 'وەزارەتی کۆچ و کۆچبەران',
          },
        },
        {
          role: 'partner',
          name: {
            en: 'Ministries of Labour and Social Affairs of the central government and of the Kurdistan Region',
            fr: 'Ministères du Travail et des Affaires sociales du gouvernement central et de la Région du Kurdistan',
            ar: 'وزارتا العمل والشؤون الاجتماعية في الحكومة الاتحادية وحكومة إقليم كردستان',
            ckb: 'وەزارەتەکانی کار و کاروباری کۆمەڵایەتی لە حکومەتی ناوەندی و هەرێمی کوردستان',
          },
        },
      ],
    },
  ],
  'where-people-are': [
    {
      kind: 'contact',
      heading: {
        en: 'Working with the data',
        fr: 'Travailler avec les données',
        ar: 'العمل بالبيانات',
        ckb: 'کارکردن بە داتاکان',
      },
      about: {
        en: 'The team shows how to read a round, and what it can and cannot tell.',
        fr: 'L’équipe montre comment lire un cycle, ce qu’il dit et ce qu’il ne dit pas.',
        ar: 'يبيّن الفريق كيف تُقرأ الجولة، وما الذي تقوله وما الذي لا تقوله.',
        ckb: 'تیمەکە پیشانی دەدات چۆن گەڕێک دەخوێندرێتەوە، چی دەڵێت و چی ناڵێت.',
      },
      name: 'DTM Iraq',
      email: 'dtm@iom-iraq.example',
    },
  ],
}
