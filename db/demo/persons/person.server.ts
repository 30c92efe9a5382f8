import type { DeskChannel } from '../../../app/answers/rules.ts'
import type { Language, Localized } from '../../../app/i18n/languages.ts'
import type { Needs } from '../../schema/invitations.server.ts'

/** What an invitee has said by the time the demo opens; `none` has not answered. */
export type DemoReply = {
  meeting: 'accepted' | 'tentative' | 'declined' | 'none'
  exhibition?: 'accepted' | 'declined'
  visit?: 'accepted'
  /** Left out: by their own link. */
  via?: DeskChannel
  /** What the desk noted when it entered the answer. */
  note?: string
  reason?: string
  needs?: Needs
  message?: string
  /** The answer they gave later. */
  later?: DemoReply
  withdrawn?: true
  /** They hold a link that is not for them, and said so. */
  notThem?: string
}

/** Somebody whom an institution or a guest names. */
export type DemoNamed = {
  latin: string
  arabic: string
  position: string
  email?: string
  phone?: string
}

export type DemoPerson = {
  key: string
  latin: string
  arabic?: string
  honorific: 'he' | 'dr' | 'mr' | 'ms' | 'mx'
  position: Localized
  organisation: string
  language: Language
  reply: DemoReply
  /** Whom they would send instead, if the organiser agrees. */
  substitute?: DemoNamed
  /** Invited after the letters had gone, and not written to yet. */
  isLate?: true
  /** Only a telephone: they get their link by hand. */
  hasNoAddress?: true
  /** How their letter ended, if it did not simply arrive. */
  mail?: 'failed' | 'unknown'
}

export const honorifics: Record<DemoPerson['honorific'], Localized> = {
  he: { en: 'H.E.', fr: 'S.E.', ar: 'سعادة', ckb: 'بەڕێز' },
  dr: { en: 'Dr', fr: 'Dr', ar: 'د.', ckb: 'د.' },
  mr: { en: 'Mr', fr: 'M.', ar: 'السيد', ckb: 'بەڕێز' },
  ms: { en: 'Ms', fr: 'Mme', ar: 'السيدة', ckb: 'خاتوو' },
  mx: {},
}

export const officer: Localized = {
  en: 'Programme Officer',
  fr: 'Chargé de programme',
  ar: 'مسؤول برامج',
  ckb: 'بەرپرسی بەرنامە',
}
export const officerHer: Localized = { ...officer, fr: 'Chargée de programme', ar: 'مسؤولة برامج' }
export const head: Localized = {
  en: 'Head of Office',
  fr: 'Chef de bureau',
  ar: 'رئيس المكتب',
  ckb: 'سەرۆکی نووسینگە',
}
export const headHer: Localized = { ...head, fr: 'Cheffe de bureau', ar: 'رئيسة المكتب' }
export const director: Localized = {
  en: 'Director General',
  fr: 'Directeur général',
  ar: 'مدير عام',
  ckb: 'بەڕێوەبەری گشتی',
}
export const adviser: Localized = {
  en: 'Technical Adviser',
  fr: 'Conseiller technique',
  ar: 'مستشار فني',
  ckb: 'ڕاوێژکاری تەکنیکی',
}
export const adviserHer: Localized = { ...adviser, fr: 'Conseillère technique', ar: 'مستشارة فنية' }
export const coordinator: Localized = { en: 'Coordinator', fr: 'Coordinateur', ar: 'منسق', ckb: 'ڕێکخەر' }
export const coordinatorHer: Localized = { ...coordinator, fr: 'Coordinatrice', ar: 'منسقة' }
export const none: DemoReply = { meeting: 'none' }
export const yes: DemoReply = { meeting: 'accepted', exhibition: 'accepted' }
