import type { z } from 'zod'
import type { block } from '../../../app/exhibition/content/blocks.ts'
import type { Motif } from '../drawings.server.ts'

type WrittenBlock = z.input<typeof block>
type Pictured = {
  /** Drawn besides the one on the card. */
  motifs: readonly Motif[]
  /** What shows them, by their ids; the card's comes first. */
  blocks(pictures: readonly string[]): WrittenBlock[]
}

/** What some booths show of pictures, by their slug. Drawings, and said to be such; facts of the news release. */
export const pictured: Readonly<Record<string, Pictured>> = {
  'a-street-repaired-together': {
    motifs: ['dark'],
    blocks: ([after, before]) => [
      {
        kind: 'beforeAfter',
        heading: {
          en: 'What a lamp changes, drawn',
          fr: 'Ce que change un réverbère, en dessin',
          ar: 'ما يغيّره مصباح، رسماً',
          ckb: 'گڵۆپێک چی دەگۆڕێت، بە نیگار',
        },
        ...{ beforePicture: before, afterPicture: after },
      },
    ],
  },
  'crp-since-2007': {
    motifs: ['loom', 'circle', 'street'],
    blocks: ([, ...pictures]) => [
      {
        kind: 'quotation',
        text: {
          en: 'To re-examine the needs of families affected by the conflict, to evaluate what is being done, and to plan the coming programmes so that they help displaced people as well as possible.',
          fr: 'Réexaminer les besoins des familles touchées par le conflit, évaluer les activités en cours et préparer les programmes à venir afin d’aider au mieux les personnes déplacées.',
          ar: 'إعادة النظر في احتياجات الأسر المتضررة من النزاع، وتقييم الأنشطة الجارية، والتخطيط للبرامج المقبلة بما يساعد النازحين على أفضل وجه.',
          ckb: 'پێداچوونەوە بە پێداویستییەکانی ئەو خێزانانەی ململانێکە کاریگەریی لەسەریان هەبووە، هەڵسەنگاندنی چالاکییەکانی ئێستا، و پلاندانان بۆ بەرنامەکانی داهاتوو بە شێوەیەک کە باشترین یارمەتیی ئاوارەکان بدەن.',
        },
        name: {
          en: 'What the partners met for',
          fr: 'L’objet de la réunion des partenaires',
          ar: 'ما اجتمع الشركاء من أجله',
          ckb: 'هۆی کۆبوونەوەی هاوبەشان',
        },
        role: {
          en: 'after the news release of IOM Iraq',
          fr: 'd’après le communiqué de l’OIM Iraq',
          ar: 'بحسب البيان الصحفي للمنظمة الدولية للهجرة في العراق',
          ckb: 'بە پێی ڕاگەیەندراوی ڕۆژنامەوانیی ڕێکخراوی نێودەوڵەتیی کۆچ لە عێراق',
        },
      },
      {
        kind: 'gallery',
        heading: {
          en: 'Three of its components, drawn',
          fr: 'Trois de ses volets, en dessin',
          ar: 'ثلاثة من مكوناته، رسماً',
          ckb: 'سێ لە پێکهاتەکانی، بە نیگار',
        },
        items: pictures.map((picture) => ({ picture })),
      },
    ],
  },
}
