import type { Language, Localized } from '#app/i18n/languages.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The days of the event, far enough ahead that invitations make sense. */
export const days = { meeting: inDays(30), exhibitionFrom: inDays(30), exhibitionTo: inDays(31) }

export const slug = 'improving-lives'
export const administrator = {
  name: 'Noor Hassan',
  email: 'noor@majlis.example',
  password: 'a sentence nobody guesses',
}

export const officeName: Record<'en' | 'ar', string> = {
  en: 'IOM Iraq',
  ar: 'المنظمة الدولية للهجرة في العراق',
}

export const eventTexts = {
  name: {
    en: 'Improving Lives, Enhancing Livelihoods',
    fr: 'Améliorer la vie, renforcer les moyens d’existence',
    ar: 'تحسين الحياة وتعزيز سبل العيش',
    ckb: 'باشترکردنی ژیان و بەهێزکردنی بژێوی',
  },
  summary: {
    en: 'Working towards durable solutions.',
    fr: 'Vers des solutions durables.',
    ar: 'نحو حلول دائمة.',
    ckb: 'بەرەو چارەسەری هەمیشەیی.',
  },
  description: {
    en: 'The **needs** of families affected by the conflict.',
    ar: '**احتياجات** الأسر المتضررة من النزاع.',
  },
} satisfies Record<string, Localized>

export const venue = {
  name: { en: 'Hall A, Erbil', ar: 'القاعة أ، أربيل' },
  address: { en: '60 Metre Street, Erbil', ar: 'شارع الستين، أربيل' },
  mapUrl: 'https://maps.example/erbil',
} satisfies Record<string, Localized | string>

type ListedGuest = { name: string; email: string; language: Language }

const longName =
  'الدكتورة نور الهدى عبد الرحمن بنت محمد علي حسين الجبوري المستشارة الأولى لشؤون الهجرة والمهجّرين'

/** Who stands in the guest list: names as people have them, and as an attacker would write them. */
export const guests = {
  /** Undecided on the web, then accepts in Outlook. */
  sara: { name: 'Sara Kovač', email: 'sara@embassy.example', language: 'en' },
  /** Accepts; the invitation is withdrawn in the end. */
  hostile: { name: 'Bob";ROLE=CHAIR;X="y', email: 'bob@hostile.example', language: 'en' },
  /** Accepts and then declines. */
  noor: { name: longName, email: 'noor@ministry.example', language: 'ar' },
  /** Never answers; the mailbox says nobody is there. */
  sprout: { name: "Zoë 🌿 O'Neil-<b>Nguyễn</b>", email: 'zoe@ngo.example', language: 'en' },
  /** Accepts and then sends somebody. */
  osman: { name: 'Osman Dirie', email: 'osman@donor.example', language: 'en' },
  /** Undecided on the web; a calendar that nobody vouches for accepts. */
  hawre: { name: 'هاوڕێ عەزیز', email: 'hawre@council.example', language: 'ar' },
  /** Rings up. */
  lena: { name: 'Lena Fischer', email: 'lena@agency.example', language: 'en' },
  /** No such mailbox. */
  gone: { name: 'Omar Said', email: 'omar@gone.example', language: 'en' },
} satisfies Record<string, ListedGuest>

/** Who comes in Osman’s place. */
export const substitute = { name: 'Amina Warsame', email: 'amina@donor.example' }

export const ministry = {
  name: 'وزارة الهجرة والمهجرين',
  email: 'office@momd.example',
}

/** Whom the ministry names: two for its seats, one who stands by, one beyond them. */
export const delegates = {
  salwa: { name: 'سلوى كريم', email: 'salwa@momd.example' },
  omar: { name: 'عمر حسن', email: 'omar@momd.example' },
  dilan: { name: 'دیلان أحمد', email: 'dilan@momd.example' },
  rana: { name: 'رنا عزيز', email: 'rana@momd.example' },
}

/** Where the meeting moves to. */
export const otherRoom = { en: 'Hall B, Erbil', ar: 'القاعة ب، أربيل' }

/** The list as an office sends it: semicolons, a byte-order mark, cells in quotes. */
export function guestList(): { name: string; mimeType: string; buffer: Buffer } {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const lines = [
    ['Name', 'Organisation', 'Position', 'Email', 'Language'],
    ...Object.values(guests).map(({ name, email, language }) => [
      name,
      'US Embassy',
      'Adviser',
      email,
      language,
    ]),
    ['', ministry.name, '', ministry.email, 'ar'],
    // The same person once more, and a line that is none.
    ['SARA KOVAC', 'US Embassy', 'Adviser', guests.sara.email, 'en'],
    ['Total: nine', '', '', '', ''],
  ]
  const text = `\uFEFF${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`
  return { name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}
