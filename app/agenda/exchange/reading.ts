import type { PersonNames } from '#db/schema/directory.server.ts'
import type { Language, Localized } from '../../i18n/languages.ts'
import { type ItemKind, longestAbstract, type RoleKind } from '../rules.ts'

/** What is told about one item of a file. Each has its sentence in `exchange:remark.<code>`. */
export type RemarkCode =
  | 'idMissing'
  | 'idTwice'
  | 'titleMissing'
  | 'titleCut'
  | 'textCut'
  | 'nameCut'
  | 'nameMissing'
  | 'languageUnknown'
  | 'dayOfFile'
  | 'zoneUnknown'
  | 'lengthAssumed'
  | 'longerThanADay'
  | 'allDay'
  | 'seriesCut'
  | 'html'
  | 'addressLeft'
  | 'foreignCut'
  | 'outsideParts'
  | 'editedKept'
  | 'editedReplaced'

/** Why something of a file is left out: `exchange:leftOut.<reason>`. */
export type LeftOutReason = 'noTime' | 'twice' | 'cancelled' | 'private' | 'damaged' | 'tooMany'

/** What is told about a file as a whole: `exchange:note.<code>`. */
export type NoteCode = 'zoneOther' | 'zoneAssumed' | 'kept' | 'guestsLeft'

/** `detail` is text of the file, or the names of fields of ours. */
export type Remark = { code: RemarkCode; detail?: string }
export type Note = { code: NoteCode; detail?: string }
export type LeftOut = { name: string; reason: LeftOutReason }

export type ReadPerson = {
  role: RoleKind
  honorific: Localized
  names: PersonNames
  position: Localized
  organisationName: Localized
  contribution: Localized
}

/** One item as a file tells it, whatever its format. Instants are milliseconds since 1970, so that it can be stored as it is. */
export type ReadItem = {
  sourceId: string
  kind: ItemKind
  title: Localized
  abstract: Localized
  startsAt: number
  endsAt: number
  /** Names as the file has them; empty for none. */
  room: string
  track: string
  spokenLanguages: Language[]
  interpretedLanguages: Language[]
  people: ReadPerson[]
  takesSignUps: boolean
  seats: number | null
  foreign: Record<string, unknown>
  remarks: Remark[]
}

export type ReadRoom = { key: string; name: Localized; capacity: number | null; channels: Language[] }
export type ReadTrack = { key: string; name: Localized; colour: string | null }

export type Format = 'json' | 'xml' | 'ics'

/** A whole file as it was read. */
export type ReadSchedule = {
  format: Format
  /** What the file calls what it is of; what an earlier file of the same name brought can be missing in this one. */
  source: string
  version: string
  items: ReadItem[]
  rooms: ReadRoom[]
  tracks: ReadTrack[]
  leftOut: LeftOut[]
  notes: Note[]
  /** Of items known from before: the file says that they will not be. */
  cancelled: string[]
}

/** Why a file cannot be read at all: `exchange:refused.<reason>`. */
export type FileRefusal = 'empty' | 'tooLarge' | 'notSchedule' | 'damaged' | 'entities' | 'noItems'

export type Read = { ok: true; schedule: ReadSchedule } | { ok: false; reason: FileRefusal }

/** What a file is read for: its dates without a zone are of this one, its texts in no language of ours of the first. */
export type ReadFor = { zone: string; languages: readonly Language[] }

/** The most that one file may bring; the rest of a longer one is left out, and said. */
export const mostItems = 5000

/** As the forms of an item take them, so that whatever is imported can be edited. */
export const longest = { title: 200, abstract: longestAbstract, name: 200, room: 120 }
