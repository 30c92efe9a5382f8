import type { Formula } from '#db/schema/letters.server.ts'

const everybody = { side: '', organisationKind: '', honorifics: '' } as const

/*
 * What an office starts from and may change: the formulas of diplomatic correspondence in each language. Titles stand
 * in the directory with each person, so the wording here holds for women and men alike.
 */
export const defaultFormulas: Formula[] = [
  {
    ...everybody,
    kind: 'formal',
    side: 'person',
    honorifics: 'H.E., S.E., فخامة, دولة, معالي, سعادة',
    opening: {
      en: 'Excellency,',
      fr: 'Excellence,',
      ar: '{{ guest.honorific }} {{ guest.name }} المحترم/ة\n\nتحية طيبة وبعد،',
      ckb: '{{ guest.honorific }} {{ guest.name }}\n\nسڵاو و ڕێزی زۆر،',
    },
    closing: {
      en: 'Please accept, Excellency, the assurances of our highest consideration.',
      fr: 'Veuillez agréer, Excellence, les assurances de notre très haute considération.',
      ar: 'وتفضلوا بقبول أسمى آيات التقدير والاحترام.',
      ckb: 'لەگەڵ ئەوپەڕی ڕێز و پێزانینماندا.',
    },
  },
  {
    ...everybody,
    kind: 'formal',
    side: 'person',
    opening: {
      en: 'Dear {{ guest.honorific }} {{ guest.name }},',
      fr: 'Madame, Monsieur,',
      ar: '{{ guest.honorific | default: "السيد/ة" }} {{ guest.name }} المحترم/ة\n\nتحية طيبة وبعد،',
      ckb: '{{ guest.honorific | default: "بەڕێز" }} {{ guest.name }}\n\nسڵاو و ڕێز،',
    },
    closing: {
      en: 'Yours sincerely,',
      fr: 'Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.',
      ar: 'وتفضلوا بقبول فائق التقدير والاحترام.',
      ckb: 'لەگەڵ ڕێز و پێزانینماندا.',
    },
  },
  {
    ...everybody,
    kind: 'formal',
    side: 'organisation',
    opening: {
      en: 'Dear Sir or Madam,',
      fr: 'Madame, Monsieur,',
      ar: 'السادة في {{ organisation.name }} المحترمين\n\nتحية طيبة وبعد،',
      ckb: 'بەڕێزان لە {{ organisation.name }}\n\nسڵاو و ڕێز،',
    },
    closing: {
      en: 'Please accept the assurances of our highest consideration.',
      fr: 'Veuillez agréer, Madame, Monsieur, l’assurance de notre haute considération.',
      ar: 'وتفضلوا بقبول فائق التقدير والاحترام.',
      ckb: 'لەگەڵ ڕێز و پێزانینماندا.',
    },
  },
  verbale({ organisationKind: '', à: 'à {{ organisation.name | default: guest.name }}' }),
  // “Ministère …” and “Ambassade …”, as French has their names begin.
  verbale({ organisationKind: 'ministry', à: 'au {{ organisation.name | default: guest.name }}' }),
  verbale({ organisationKind: 'embassy', à: 'à l’{{ organisation.name | default: guest.name }}' }),
]

/** Speaks of both sides in the third person. French says “to” in another way for each kind of name. */
function verbale({ organisationKind, à }: Pick<Formula, 'organisationKind'> & { à: string }): Formula {
  const reader = '{{ organisation.name | default: guest.name }}'
  const theReader =
    '{% if organisation.name %}the {{ organisation.name }}{% else %}{{ guest.name }}{% endif %}'
  return {
    ...everybody,
    organisationKind,
    kind: 'verbale',
    opening: {
      en: `{{ office.name }} presents its compliments to ${theReader} and has the honour`,
      fr: `{{ office.name }} présente ses compliments ${à} et a l’honneur`,
      ar: `تهدي {{ office.name }} أطيب تحياتها إلى ${reader}، وتتشرف`,
      ckb: `{{ office.name }} جوانترین سڵاو و ڕێزی خۆی پێشکەش بە ${reader} دەکات و بە شانازییەوە`,
    },
    closing: {
      en: `{{ office.name }} avails itself of this opportunity to renew to ${theReader} the assurances of its highest consideration.`,
      fr: `{{ office.name }} saisit cette occasion pour renouveler ${à} les assurances de sa très haute considération.`,
      ar: `وتغتنم {{ office.name }} هذه المناسبة لتعرب لـ${reader} مجدداً عن فائق تقديرها واحترامها.`,
      ckb: `{{ office.name }} ئەم دەرفەتە دەقۆزێتەوە بۆ ئەوەی جارێکی تر ئەوپەڕی ڕێز و پێزانینی خۆی بۆ ${reader} دووپات بکاتەوە.`,
    },
  }
}
