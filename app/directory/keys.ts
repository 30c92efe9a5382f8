import type { PersonNames } from '#db/schema/directory.server.ts'
import type { Localized } from '../i18n/languages.ts'
import { fold } from './fold.ts'
import { soundKey, soundMarks } from './sound.ts'

/*
 * What is stored beside a person or organisation so that SQL can find and sort it: every writer takes these keys from
 * here, so that two ways into the directory cannot disagree.
 */

type PersonText = {
  names: PersonNames
  honorific: Localized
  position: Localized
  phone: string | null
  tags: readonly string[]
  addresses: readonly string[]
}

export function personKeys(person: PersonText) {
  const latin = person.names.latin?.full ?? ''
  const arabic = person.names.arabic?.full ?? ''
  const sounds = nameSounds(person.names)
  return {
    searchKey: [
      fold(`${latin} ${arabic} ${texts(person.honorific)} ${texts(person.position)}`),
      fold(person.tags.join(' ')),
      fold(person.addresses.join(' ')),
      digits(person.phone),
      soundMarks(`${sounds.latin} ${sounds.arabic}`),
    ]
      .filter(Boolean)
      .join(' '),
    sortKey: fold(latin || arabic),
    latinSound: sounds.latin,
    arabicSound: sounds.arabic,
  }
}

type Sounds = { latin: string; arabic: string }
// An import asks for the same names when it looks them up, books and writes them.
const soundsOf = new WeakMap<PersonNames, Sounds>()

/** What an import looks a name up by, in each script. */
export function nameSounds(names: PersonNames): Sounds {
  const known = soundsOf.get(names)
  if (known) return known
  const of = (name: string | undefined) => (name ? soundKey(nameAlone(name)) : '')
  const sounds = { latin: of(names.latin?.full), arabic: of(names.arabic?.full) }
  soundsOf.set(names, sounds)
  return sounds
}

type OrganisationText = {
  name: Localized
  acronym: string | null
  aliases: readonly string[]
  email: string | null
  phone: string | null
  tags: readonly string[]
}

export function organisationKeys(organisation: OrganisationText) {
  const { name, acronym, aliases } = organisation
  return {
    searchKey: [
      fold(`${texts(name)} ${acronym ?? ''} ${aliases.join(' ')} ${organisation.tags.join(' ')}`),
      acronym ? fold(acronym).replaceAll(' ', '') : '',
      fold(organisation.email ?? ''),
      digits(organisation.phone),
    ]
      .filter(Boolean)
      .join(' '),
    sortKey: fold(name.en || name.fr || name.ckb || name.ar || acronym || ''),
    emailKey: organisation.email?.toLowerCase() ?? null,
  }
}

const titles = new Set(
  (
    'Mr Mrs Ms Miss Dr Prof Professor Eng Sir H.E S.E Amb Ambassador Hon Mme Mlle Sheikh Shaikh ' +
    'السيد السيدة الآنسة د دكتور الدكتور الدكتورة أ أستاذ الأستاذ الأستاذة م المهندس المهندسة معالي سعادة الشيخ ' +
    'بەڕێز دکتۆر ئەندازیار پ'
  )
    .split(' ')
    .map((title) => fold(title).replaceAll(' ', '')),
)

/** The name without titles that a list may have put before it: `Dr. Shirin Aziz`, `د. شیرین عەزیز`. */
export function nameAlone(name: string): string {
  const words = name.split(/\s+/)
  // A lone letter without a point is part of the name, and He is a family name.
  const isTitle = (word: string) => /\.$|^[dm]r$/i.test(word) || word.length > 2
  let start = 0
  while (start < words.length - 1) {
    const word = words[start] ?? ''
    if (!isTitle(word) || !titles.has(fold(word).replaceAll(' ', ''))) break
    start++
  }
  return words.slice(start).join(' ')
}

/** A spelling to compare exactly: folded, titles left out, `Family, Given` and `Given Family` alike. */
export function nameKey(name: string | undefined): string {
  return name ? fold(nameAlone(name)).split(' ').sort().join(' ') : ''
}

function texts(text: Localized): string {
  return Object.values(text).join(' ')
}

function digits(phone: string | null): string {
  return phone ? fold(phone).replaceAll(' ', '') : ''
}
