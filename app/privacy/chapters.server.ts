import type { Chapter } from './chapter.ts'
import { agendaChapter } from './chapters/agenda.server.ts'
import { clearanceChapter } from './chapters/clearance.server.ts'
import { directoryChapter } from './chapters/directory.server.ts'
import { enquiriesChapter } from './chapters/enquiries.server.ts'
import { historyChapter } from './chapters/history.server.ts'
import { importsChapter } from './chapters/imports.server.ts'
import { inboxChapter } from './chapters/inbox.server.ts'
import { invitationChapter } from './chapters/invitation.server.ts'
import { lettersChapter } from './chapters/letters.server.ts'
import { messagesChapter } from './chapters/messages.server.ts'
import { notesChapter } from './chapters/notes.server.ts'
import { questionsChapter } from './chapters/questions.server.ts'
import { requestsChapter } from './chapters/requests.server.ts'
import { speakingChapter } from './chapters/speaking.server.ts'
import { suppressionChapter } from './chapters/suppression.server.ts'
import { teamChapter } from './chapters/team.server.ts'

/**
 * Every module that knows people, in the order of the page. An erasure goes through it from the end, so that whoever
 * finds rows by what others hold comes before it is gone: history asks for messages, messages for addresses, roles
 * for their speaker.
 */
export const chapters: readonly Chapter[] = [
  directoryChapter,
  invitationChapter,
  questionsChapter,
  notesChapter,
  speakingChapter,
  agendaChapter,
  teamChapter,
  enquiriesChapter,
  messagesChapter,
  lettersChapter,
  inboxChapter,
  clearanceChapter,
  suppressionChapter,
  requestsChapter,
  importsChapter,
  historyChapter,
]
