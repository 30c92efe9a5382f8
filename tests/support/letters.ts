import type { FileStore } from '#app/files/store.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { LetterEvent } from '#app/invitations/letter.ts'
import type { LetterReader, LetterStyle } from '#app/letters/compose.ts'
import { composeLetter } from '#app/letters/compose.ts'
import { defaultFormulas } from '#app/letters/default-formulas.ts'
import { defaultTexts } from '#app/letters/default-texts.ts'
import type { LetterKind, LetterLayout } from '#db/schema/letters.server.ts'

export const aStyle: LetterStyle = {
  name: {
    en: 'International Organization for Migration\nMission in Iraq',
    fr: 'Organisation internationale pour les migrations\nMission en Iraq',
    ar: 'المنظمة الدولية للهجرة\nالبعثة في العراق',
    ckb: 'ڕێکخراوی نێودەوڵەتیی کۆچ\nنێردەی عێراق',
  },
  address: { en: 'UNAMI Compound, International Zone, Baghdad', ar: 'مجمع يونامي، المنطقة الدولية، بغداد' },
  contact: { en: '+964 780 000 0000 · iraq@majlis.example' },
  footer: { en: 'Managing migration for the benefit of all', ar: 'إدارة الهجرة لمنفعة الجميع' },
  place: { en: 'Baghdad', fr: 'Bagdad', ar: 'بغداد', ckb: 'بەغدا' },
  logoId: null,
  formulas: defaultFormulas,
}

export const anEventToTell: LetterEvent = {
  name: {
    en: 'Community Revitalization Programme: Partner Meeting',
    fr: 'Programme de revitalisation communautaire : réunion des partenaires',
    ar: 'اجتماع شركاء برنامج إنعاش المجتمع',
    ckb: 'کۆبوونەوەی هاوبەشانی بەرنامەی بووژاندنەوەی کۆمەڵگە',
  },
  zone: 'Asia/Baghdad',
  cancellationNote: {},
  office: {
    name: {
      en: 'IOM Iraq',
      fr: 'OIM Iraq',
      ar: 'المنظمة الدولية للهجرة، البعثة في العراق',
      ckb: 'ڕێکخراوی نێودەوڵەتیی کۆچ، نێردەی عێراق',
    },
  },
  contact: { name: 'Events desk', email: 'events@majlis.example', phone: '' },
  parts: [
    {
      id: 'meeting',
      name: { en: 'Partner meeting' },
      startsAt: new Date('2026-12-14T06:00:00Z'),
      endsAt: new Date('2026-12-14T12:30:00Z'),
      answerBy: new Date('2026-12-07T20:59:59Z'),
      audience: 'invited',
      venue: {
        name: { en: 'Rotana Hotel, Hall 2', ar: 'فندق روتانا، القاعة ٢', ckb: 'هۆتێلی ڕۆتانا، هۆڵی ٢' },
        address: { en: 'Gulan Street, Erbil', ar: 'شارع كولان، أربيل', ckb: 'شەقامی گوڵان، هەولێر' },
      },
    },
  ],
}

export const aMinister: LetterReader = {
  language: 'ar',
  person: {
    names: { latin: { full: 'Evan Faeq Gabro' }, arabic: { full: 'إيفان فائق جابرو' } },
    honorific: { en: 'H.E.', fr: 'S.E.', ar: 'معالي', ckb: 'بەڕێز' },
    position: { en: 'Minister', fr: 'Ministre', ar: 'وزير', ckb: 'وەزیر' },
  },
  organisationName: {
    en: 'Ministry of Migration and Displacement',
    fr: 'Ministère des Migrations et des Déplacés',
    ar: 'وزارة الهجرة والمهجرين',
    ckb: 'وەزارەتی کۆچ و کۆچبەران',
  },
  organisationKind: 'ministry',
  seats: 1,
  partIds: ['meeting'],
}
export const aMinistry: LetterReader = { ...aMinister, person: null, seats: 2 }

/** A letter of our own texts; throws where it cannot be written. */
export function aLetterToSet(
  languages: readonly Language[],
  {
    kind = 'formal',
    layout = 'single',
    reader = aMinister,
  }: { kind?: LetterKind; layout?: LetterLayout; reader?: LetterReader } = {},
) {
  const letter = composeLetter({
    ...{
      event: anEventToTell,
      style: aStyle,
      words: { kind, ...defaultTexts[kind] },
      reader,
      layout,
      languages,
    },
    signer:
      kind === 'verbale'
        ? null
        : {
            names: { latin: { full: 'Elena Marchetti' }, arabic: { full: 'إيلينا ماركيتي' } },
            position: {
              en: 'Chief of Mission',
              fr: 'Cheffe de mission',
              ar: 'رئيسة البعثة',
              ckb: 'سەرۆکی نێردە',
            },
            signatureId: null,
          },
    datedOn: '2026-11-23',
    hasCode: true,
  })
  if (!letter.ok) throw new Error(`${letter.reason} ${letter.field}`)
  const reference = 'IOM-IQ/2026/014'
  return { ...letter, reference, isVoid: false, link: `https://majlis.example/r/${'x'.repeat(22)}` }
}

/** A store that forgets everything when the test is over. */
export function memoryFiles(): FileStore {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => kept.get(key) ?? null,
    copy: async (folder, to) => {
      for (const [key, bytes] of [...kept])
        if (key.startsWith(`${folder}/`)) kept.set(to + key.slice(folder.length), bytes)
    },
    remove: async (folder) => {
      for (const key of kept.keys()) if (key.startsWith(`${folder}/`)) kept.delete(key)
    },
  }
}
