import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { systemOfficeScope } from '../../app/accounts/scope.server.ts'
import { renderPdf } from '../../app/documents/pdf.server.ts'
import { keepDocument } from '../../app/files/document.server.ts'
import type { Stores } from '../../app/files/unused.server.ts'
import { isoDay } from '../../app/i18n/format.ts'
import { defaultFormulas } from '../../app/letters/default-formulas.ts'
import { issueLetters, type LetterTerms } from '../../app/letters/issue.server.ts'
import { attachScan, enterIncoming } from '../../app/letters/keep.server.ts'
import { addSignatory, editLetterhead, setLogo } from '../../app/letters/letterhead.server.ts'
import { printLetters } from '../../app/letters/print.server.ts'
import { newId } from '../id.server.ts'
import { organisations } from '../schema/directory.server.ts'
import { invitations } from '../schema/invitations.server.ts'
import { letters } from '../schema/letters.server.ts'
import { office } from './event.server.ts'
import { granted } from './granted.server.ts'
import type { DemoGuests } from './invitations.server.ts'

const head = {
  name: {
    en: 'International Organization for Migration\nIraq',
    fr: 'Organisation internationale pour les migrations\nIraq',
    ar: 'المنظمة الدولية للهجرة\nالعراق',
    ckb: 'ڕێکخراوی نێودەوڵەتیی کۆچ\nعێراق',
  },
  address: {
    en: 'International Zone, Baghdad',
    fr: 'Zone internationale, Bagdad',
    ar: 'المنطقة الدولية، بغداد',
    ckb: 'ناوچەی نێودەوڵەتی، بەغدا',
  },
  contact: { en: 'events@iom-iraq.example' },
  footer: {},
  place: { en: 'Baghdad', fr: 'Bagdad', ar: 'بغداد', ckb: 'بەغدا' },
  numberPattern: 'IOM-IQ/{year}/{number:3}',
  incomingPattern: 'IN/{year}/{number:3}',
  formulas: defaultFormulas,
}
const chief = {
  names: { latin: { full: 'Elena Marchetti' }, arabic: { full: 'إيلينا ماركيتي' } },
  position: { en: 'Chief of Mission', fr: 'Cheffe de mission', ar: 'رئيسة البعثة', ckb: 'سەرۆکی نێردە' },
}

/** The three ministries are written to on paper; one letter was signed and scanned, and one ministry wrote back. */
export async function buildLetters(stores: Stores, guests: DemoGuests): Promise<void> {
  const { scope, site, days } = guests
  const { database } = stores
  const signatoryId = await describeOffice(stores, guests)
  const now = days.ago(21, '11:30')
  const terms: LetterTerms = {
    templateId: 'formal',
    layout: 'side',
    language: 'ar',
    second: 'en',
    signatoryId,
    datedOn: isoDay(now, office.zone),
    hasCode: true,
  }
  const audience = { who: 'all', side: 'organisations', kind: 'ministry' } as const
  const batch = { audience, invitationId: null, isFirst: true, batchId: newId(), expected: 3 }
  granted(await issueLetters(database, scope, { ...batch, terms, now }))
  const signed = await letterTo(stores, guests, 'MoMD')
  const pdf = await printLetters({ stores, scope, site }, [signed.id])
  const scan = { name: 'signed-and-sealed.pdf', mediaType: 'application/pdf', now: days.ago(20, '09:15') }
  if (pdf)
    granted(
      await keepDocument(stores, scope, { ...scan, bytes: pdf }, (tx, documentId) =>
        attachScan(tx, scope, { letterId: signed.id, documentId, now: scan.now }),
      ),
    )
  await receiveReply(stores, guests)
}

async function describeOffice(stores: Stores, { scope, days }: DemoGuests): Promise<string> {
  const now = days.ago(37, '10:00')
  const desk = systemOfficeScope(scope.officeId)
  const logo = { name: 'logo.png', bytes: await drawLogo(), mediaType: 'image/png', now }
  await stores.database.write((tx) => editLetterhead(tx, desk, { content: head, now }))
  await keepDocument(stores, { officeId: scope.officeId }, logo, (tx, logoId) =>
    setLogo(tx, desk, { logoId, now }),
  )
  const added = await stores.database.write((tx) => addSignatory(tx, desk, { content: chief, now }))
  return granted(added).id
}

/** A sign of our own making: the demonstration bears nobody's emblem. */
async function drawLogo(): Promise<Uint8Array> {
  const ring = '<circle cx="100" cy="100" r="88" fill="none" stroke="#0b5563" stroke-width="10"/>'
  const path =
    '<path d="M40 120q60-70 120 0M56 138q44-46 88 0" fill="none" stroke="#0b5563" stroke-width="12"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 200 200">${ring}${path}<circle cx="100" cy="62" r="16" fill="#d99a2b"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** The Ministry of Labour answered by letter; its answer was entered when it came (see replies.server.ts). */
async function receiveReply(stores: Stores, guests: DemoGuests): Promise<void> {
  const { scope, days } = guests
  const letter = await letterTo(stores, guests, 'MoLSA')
  const now = days.ago(5, '12:40')
  const received = isoDay(now, office.zone)
  const bytes = await renderPdf({
    template: 'documents/typst/list.typ',
    data: {
      ...{ language: 'ar', title: 'وزارة العمل والشؤون الاجتماعية' },
      notes: [
        'العدد: 4/1180',
        'م/ تسمية ممثلين',
        'نؤيد مشاركة السيدة مها البياتي، مديرة التشغيل، في اجتماع الشركاء.',
      ],
      ...{ columns: [{ heading: 'الاسم' }, { heading: 'المنصب' }], rows: [['مها البياتي', 'مديرة التشغيل']] },
    },
  })
  const scan = { name: 'MoLSA 4-1180.pdf', bytes, mediaType: 'application/pdf', now }
  granted(
    await keepDocument(stores, scope, scan, (tx, scanId) =>
      enterIncoming(tx, scope, {
        ...{ theirReference: '4/1180', datedOn: received, receivedOn: received, language: 'ar', scanId, now },
        ...{ sender: 'وزارة العمل والشؤون الاجتماعية', subject: 'تسمية ممثلين' },
        ...{ invitationId: letter.invitationId, repliesTo: letter.id },
      }),
    ),
  )
}

async function letterTo({ database }: Stores, { scope }: DemoGuests, acronym: string) {
  const [letter] = await database.read
    .select({ id: letters.id, invitationId: letters.invitationId })
    .from(letters)
    .innerJoin(invitations, eq(invitations.id, letters.invitationId))
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(and(eq(letters.eventId, scope.eventId), eq(organisations.acronym, acronym)))
  if (!letter) throw new Error(`No letter of the demo goes to ${acronym}`)
  return letter
}
