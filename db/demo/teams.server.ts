import { and, eq } from 'drizzle-orm'
import { findBoothByToken } from '../../app/accounts/booth-scope.server.ts'
import type { EventScope } from '../../app/accounts/scope.server.ts'
import { linkToken } from '../../app/accounts/token.server.ts'
import { writeToTeam } from '../../app/answers/booth-mails.server.ts'
import { askForChanges } from '../../app/answers/booth-review.server.ts'
import { setTeamReminders } from '../../app/answers/remind-teams.server.ts'
import { withBlock, withHead } from '../../app/exhibition/content/change.ts'
import { saveDraft } from '../../app/exhibition/content/draft.server.ts'
import { submitExhibit } from '../../app/exhibition/content/publish.server.ts'
import { addComment } from '../../app/exhibition/team/comments.server.ts'
import { setLocks } from '../../app/exhibition/team/locks.server.ts'
import { addMember, setDeadline } from '../../app/exhibition/team/team.server.ts'
import { type Language, languages } from '../../app/i18n/languages.ts'
import type { Site } from '../../app/invitations/token.server.ts'
import type { Database } from '../client.server.ts'
import { newId } from '../id.server.ts'
import { exhibits } from '../schema/exhibition.server.ts'
import { after, type DemoDays } from './days.server.ts'
import { granted } from './granted.server.ts'
import { deliverAll } from './post.server.ts'

type Given = { scope: EventScope; site: Site; days: DemoDays }
type DemoMember = { name: string; email: string; language: Language }

const teams: Record<string, DemoMember[]> = {
  seeds: [
    { name: 'Evan Salim', email: 'e.salim@iom.example', language: 'en' },
    { name: 'زينب الجبوري', email: 'z.aljubouri@iom.example', language: 'ar' },
  ],
  'voices-of-youth': [{ name: 'Shilan Rashid', email: 's.rashid@iom.example', language: 'ckb' }],
  'going-home': [{ name: 'حسن العبيدي', email: 'h.alobaidi@iom.example', language: 'ar' }],
}

/** Three booths are written by their own people: one is being written, one is handed in, and one is to be changed. */
export async function buildTeams(database: Database, given: Given): Promise<void> {
  const { scope, days } = given
  const seeds = await formTeam(database, given, 'seeds')
  const voices = await formTeam(database, given, 'voices-of-youth')
  const home = await formTeam(database, given, 'going-home')
  await database.write(async (tx) => {
    const due = { dueAt: days.at(after(days.meeting, -10), '17:00'), all: false, now: days.ago(8, '09:40') }
    for (const { exhibitId } of [seeds, voices, home])
      granted(await setDeadline(tx, scope, { exhibitId, ...due }))
    await setTeamReminders(tx, scope, { before: 3, after: 1, now: days.ago(8, '09:45') })
  })
  await deliverAll(database, { at: days.ago(8, '09:50') })
  await writeSeeds(database, given, seeds)
  await changeHome(database, given, home)
  await database.write(async (tx) => {
    const text = 'فیلمەکان ئامادەن؛ هەفتەی داهاتوو بەستەرەکان زیاد دەکەین.'
    const said = { exhibitId: voices.exhibitId, blockId: null, text, now: days.ago(4, '14:10') }
    granted(await addComment(tx, voices.own, said))
  })
  await deliverAll(database, { at: days.ago(2, '10:35') })
}

type Team = Awaited<ReturnType<typeof formTeam>>

/** Adds the people of an exhibit and asks them to write it; answers what the first of them may do. */
async function formTeam(database: Database, { scope, site, days }: Given, slug: string) {
  const isIt = and(eq(exhibits.eventId, scope.eventId), eq(exhibits.slug, slug))
  const [exhibit] = await database.read.select({ id: exhibits.id }).from(exhibits).where(isIt)
  const exhibitId = exhibit?.id ?? ''
  const { secret } = site
  const ids = await database.write(async (tx) => {
    const added: string[] = []
    for (const member of teams[slug] ?? [])
      added.push(
        granted(await addMember(tx, scope, { exhibitId, ...member, secret, now: days.ago(8, '09:30') })).id,
      )
    return added
  })
  const asking = { id: newId(), kind: 'ask', exhibitId, word: '', site, now: days.ago(8, '09:35') } as const
  granted(await writeToTeam(database, scope, asking))
  const own = await findBoothByToken(database.read, linkToken(secret, 'booth', ids[0] ?? '', 1))
  if (!own) throw new Error('A team of the demo has no link')
  return { exhibitId, own }
}

/** Begins to write; the organisers have fixed whose exhibit it is and ask for a figure. */
async function writeSeeds(database: Database, { scope, days }: Given, { exhibitId, own }: Team) {
  await database.write(async (tx) => {
    const block = { id: newId(), kind: 'text', heading: {}, text: seedsText } as const
    const change = withBlock(block, languages)
    granted(await saveDraft(tx, own, { exhibitId, change, now: days.ago(6, '11:20') }))
    granted(await setLocks(tx, scope, { exhibitId, parts: ['organisationName'], now: days.ago(5, '09:15') }))
    const text = 'A good beginning. How many farmers received seeds this season, and who says so?'
    const said = { exhibitId, blockId: block.id, text, now: days.ago(5, '09:20') }
    granted(await addComment(tx, scope, said))
  })
}

const seedsText = {
  en: 'The first rain of November decides. Wheat and barley, sown again on fields that lay bare for three years: at this booth visitors take a handful of each and hear from the farmers what it took to clear, plough and sow.',
  ar: 'مطر تشرين الثاني الأول هو الذي يحسم. قمح وشعير زُرعا من جديد في حقول بقيت جرداء ثلاث سنوات: في هذا الجناح يأخذ الزوار حفنة من كل منهما ويسمعون من المزارعين ما تطلّبه التنظيف والحراثة والبذار.',
}

/** What visitors see stays while the team writes on, hands in and is asked for changes. */
async function changeHome(database: Database, { scope, site, days }: Given, { exhibitId, own }: Team) {
  await database.write(async (tx) => {
    const change = withHead({ summary: homeSummary }, ['en', 'ar'])
    granted(await saveDraft(tx, own, { exhibitId, change, now: days.ago(3, '10:05') }))
    granted(await submitExhibit(tx, own, { exhibitId, now: days.ago(3, '10:30') }))
  })
  const text = 'Thank you. Please add the governorate to the English summary, and say since when.'
  granted(
    await askForChanges(database, scope, {
      ...{ id: newId(), exhibitId, text, site, now: days.ago(2, '10:30') },
    }),
  )
}

const homeSummary = {
  en: 'What returnees look for first: papers, water, a school, a neighbour – and work.',
  ar: 'أول ما يبحث عنه العائدون: الأوراق والماء والمدرسة والجار، والعمل.',
}
