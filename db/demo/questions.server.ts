import { and, eq } from 'drizzle-orm'
import type { EventScope } from '../../app/accounts/scope.server.ts'
import type { GivenAnswer } from '../../app/answers/rules.ts'
import { addQuestion } from '../../app/questions/definitions.server.ts'
import type { QuestionContent } from '../../app/questions/forms.ts'
import type { Database } from '../client.server.ts'
import { attendees } from '../schema/invitations.server.ts'
import { questions } from '../schema/questions.server.ts'
import { after, type DemoDays } from './days.server.ts'
import { granted } from './granted.server.ts'
import type { DemoParts } from './programme.server.ts'

const text = (en: string, fr: string, ar: string, ckb: string) => ({ en, fr, ar, ckb })
const offered = (texts: ReturnType<typeof text>[]) =>
  texts.map((text) => ({ id: null, text, isOffered: true }))
const yes = text('Yes', 'Oui', 'نعم', 'بەڵێ')
const no = text('No', 'Non', 'لا', 'نەخێر')

const label = {
  headset: text(
    'Would you like a seat with interpretation equipment?',
    'Souhaitez-vous une place équipée pour l’interprétation ?',
    'هل ترغبون في مقعد مجهز بسماعات الترجمة؟',
    'ئایا کورسییەک بە ئامێری وەرگێڕانەوە دەخوازن؟',
  ),
  hotel: text(
    'Do you need a hotel room in Erbil?',
    'Avez-vous besoin d’une chambre d’hôtel à Erbil ?',
    'هل تحتاجون إلى غرفة في فندق في أربيل؟',
    'ئایا پێویستتان بە ژووری هۆتێل هەیە لە هەولێر؟',
  ),
  arrival: text(
    'On which day do you arrive?',
    'Quel jour arrivez-vous ?',
    'في أي يوم ستصلون؟',
    'لە چ ڕۆژێک دەگەن؟',
  ),
  topics: text(
    'Which topics would you like to discuss in the working groups?',
    'De quels thèmes souhaitez-vous débattre dans les groupes de travail ?',
    'ما المواضيع التي ترغبون في مناقشتها في مجموعات العمل؟',
    'دەتانەوێت لە گرووپەکانی کاردا گفتوگۆ لەسەر چ بابەتێک بکەن؟',
  ),
  point: text(
    'Is there a point you would like to raise?',
    'Souhaitez-vous soulever un point ?',
    'هل ترغبون في طرح نقطة معينة؟',
    'ئایا خاڵێک هەیە بتانەوێت باسی بکەن؟',
  ),
}

const topics = [
  text('Livelihoods', 'Moyens de subsistance', 'سبل العيش', 'بژێوی'),
  text('Small businesses', 'Petites entreprises', 'المشاريع الصغيرة', 'پڕۆژە بچووکەکان'),
  text(
    'Psychosocial support',
    'Soutien psychosocial',
    'الدعم النفسي الاجتماعي',
    'پشتگیریی دەروونی و کۆمەڵایەتی',
  ),
  text('Displacement data', 'Données sur les déplacements', 'بيانات النزوح', 'داتای ئاوارەبوون'),
]

/** What the office asks those who come: a headset, a hotel and with it the day of arrival, topics, and a point to raise. */
export async function buildQuestions(
  database: Database,
  { scope, parts, days }: { scope: EventScope; parts: DemoParts; days: DemoDays },
): Promise<void> {
  const now = days.ago(30, '11:20')
  const common = {
    ...{ partId: parts.meeting, hint: {}, isRequired: false, isSensitive: false, condition: null },
    ...{ audience: 'everybody' as const, least: null, most: null, options: [] },
  }
  const add = async (content: Pick<QuestionContent, 'kind' | 'label'> & Partial<QuestionContent>) =>
    granted(await database.write((tx) => addQuestion(tx, scope, { content: { ...common, ...content }, now })))
      .id
  await add({ kind: 'choice', label: label.headset, options: offered([yes, no]) })
  const hotel = await add({ kind: 'choice', label: label.hotel, options: offered([yes, no]) })
  const [row] = await database.read.select().from(questions).where(eq(questions.id, hotel))
  await add({
    ...{ kind: 'date', label: label.arrival, isRequired: true },
    condition: { questionId: hotel, options: [row?.options[0]?.id ?? ''] },
    ...{ least: after(days.meeting, -3), most: days.meeting },
  })
  await add({ kind: 'several', label: label.topics, options: offered(topics) })
  await add({ kind: 'short', label: label.point })
}

const points = [
  'How returnees find work after the first grant',
  'تنسيق قوائم المستفيدين بين الجهات',
  'Qui assurera le suivi après la phase IV ?',
]

/** What a guest of the demo says to the questions, by the turn at which they answer: everything, something, or nothing. */
export async function saidInTurn(
  database: Database,
  { scope, days }: { scope: EventScope; days: DemoDays },
  { invitationId, turn }: { invitationId: string; turn: number },
): Promise<GivenAnswer['said']> {
  const [person] = await database.read
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.invitationId, invitationId), eq(attendees.source, 'invitation')))
  const asked = await database.read
    .select()
    .from(questions)
    .where(eq(questions.eventId, scope.eventId))
    .orderBy(questions.position)
  const [headset, hotel, arrival, topic, point] = asked
  if (!person || !headset || !hotel || !arrival || !topic || !point || turn % 4 === 3) return undefined
  const option = (question: typeof headset, index: number) => question.options[index]?.id ?? ''
  const sleeps = turn % 3 === 0
  const answers = {
    [headset.id]: [option(headset, turn % 2)],
    [hotel.id]: [option(hotel, sleeps ? 0 : 1)],
    ...(sleeps && { [arrival.id]: [after(days.meeting, -1 - (turn % 2))] }),
    [topic.id]: [option(topic, turn % 4), option(topic, (turn + 1) % 4)],
    ...(turn % 5 === 1 && { [point.id]: [points[turn % points.length] ?? ''] }),
  }
  return [{ attendeeId: person.id, answers }]
}
