import type { Stores } from '../../app/files/unused.server.ts'
import type { Site } from '../../app/invitations/token.server.ts'
import { fillForms, openGate } from './clearance.server.ts'
import { demoDays } from './days.server.ts'
import { buildDirectory } from './directory.server.ts'
import { buildDisplacement } from './displacement.server.ts'
import { buildExhibition } from './exhibition.server.ts'
import { buildInvitations, buildReminder } from './invitations.server.ts'
import { buildLetters } from './letters.server.ts'
import { buildOffice } from './office.server.ts'
import { deliverAll } from './post.server.ts'
import { buildPrecedence } from './precedence.server.ts'
import { buildPrivacy } from './privacy.server.ts'
import { buildEvent } from './programme.server.ts'
import { buildProgramme } from './programmes.server.ts'
import { buildQuestions } from './questions.server.ts'
import { buildReplies } from './replies.server.ts'
import { demoClearanceKey } from './secret.server.ts'
import { buildSpeakers } from './speakers.server.ts'
import { buildAgenda } from './versions.server.ts'
import { buildVisitors } from './visitors.server.ts'

type Demo = Stores & { site: Site; password: string; now: Date; clearanceKey?: string }

/**
 * Fills an empty database with the model event, as people would have done it over the last forty days: by the verbs
 * that screens use. Only ids and dates differ from one time to the next; every date follows from `now`.
 */
export async function buildDemo({ database, files, site, password, now, ...demo }: Demo): Promise<void> {
  const days = demoDays(now)
  const office = await buildOffice(database, { password, appUrl: site.appUrl, days })
  await deliverAll(database, { at: days.ago(38, '10:31') })
  const directory = await database.write((tx) => buildDirectory(tx, office, days))
  const { scope, parts } = await buildEvent(database, office, days)
  await database.write((tx) => buildAgenda(tx, scope, { parts, directory, days }))
  await buildQuestions(database, { scope, parts, days })
  const guests = { scope, parts, directory, site, days }
  await buildInvitations(database, guests)
  const clearanceKey = demo.clearanceKey ?? demoClearanceKey(site.secret)
  await openGate(database, guests, clearanceKey)
  await buildReplies(database, guests)
  await fillForms(database, guests, clearanceKey)
  await buildSpeakers({ database, files }, guests)
  await deliverAll(database, { at: days.ago(6, '12:00') })
  await buildReminder(database, guests)
  await buildLetters({ database, files }, guests)
  await buildPrivacy(database, { scope, days })
  await buildPrecedence(database, guests)
  await database.write((tx) => buildDisplacement(tx, office, days))
  const programme = await database.write((tx) => buildProgramme(tx, { office, scope, days }))
  const host = directory.organisations.get('iom') ?? ''
  await buildExhibition({ database, files }, { scope, parts, host, programme, days })
  await buildVisitors(database, { scope, days })
}
