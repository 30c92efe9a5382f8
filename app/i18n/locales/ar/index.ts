import accounts from './accounts.json' with { type: 'json' }
import agenda from './agenda.json' with { type: 'json' }
import answer from './answer.json' with { type: 'json' }
import calendar from './calendar.json' with { type: 'json' }
import clearance from './clearance.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import copying from './copying.json' with { type: 'json' }
import delegation from './delegation.json' with { type: 'json' }
import desk from './desk.json' with { type: 'json' }
import directory from './directory.json' with { type: 'json' }
import displacement from './displacement.json' with { type: 'json' }
import drawing from './drawing.json' with { type: 'json' }
import dtm from './dtm.json' with { type: 'json' }
import embed from './embed.json' with { type: 'json' }
import enclosing from './enclosing.json' with { type: 'json' }
import errors from './errors.json' with { type: 'json' }
import events from './events.json' with { type: 'json' }
import exchange from './exchange.json' with { type: 'json' }
import exhibit from './exhibit.json' with { type: 'json' }
import exhibition from './exhibition.json' with { type: 'json' }
import guests from './guests.json' with { type: 'json' }
import imports from './imports.json' with { type: 'json' }
import inbox from './inbox.json' with { type: 'json' }
import invitations from './invitations.json' with { type: 'json' }
import kept from './kept.json' with { type: 'json' }
import letters from './letters.json' with { type: 'json' }
import mail from './mail.json' with { type: 'json' }
import mailing from './mailing.json' with { type: 'json' }
import map from './map.json' with { type: 'json' }
import media from './media.json' with { type: 'json' }
import mine from './mine.json' with { type: 'json' }
import offline from './offline.json' with { type: 'json' }
import outlook from './outlook.json' with { type: 'json' }
import participants from './participants.json' with { type: 'json' }
import plan from './plan.json' with { type: 'json' }
import planner from './planner.json' with { type: 'json' }
import posters from './posters.json' with { type: 'json' }
import prints from './prints.json' with { type: 'json' }
import privacy from './privacy.json' with { type: 'json' }
import programme from './programme.json' with { type: 'json' }
import programmes from './programmes.json' with { type: 'json' }
import questions from './questions.json' with { type: 'json' }
import roster from './roster.json' with { type: 'json' }
import screen from './screen.json' with { type: 'json' }
import sending from './sending.json' with { type: 'json' }
import sheets from './sheets.json' with { type: 'json' }
import site from './site.json' with { type: 'json' }
import speakers from './speakers.json' with { type: 'json' }
import story from './story.json' with { type: 'json' }
import team from './team.json' with { type: 'json' }
import templates from './templates.json' with { type: 'json' }
import tours from './tours.json' with { type: 'json' }
import translation from './translation.json' with { type: 'json' }
import uploads from './uploads.json' with { type: 'json' }
import views from './views.json' with { type: 'json' }
import visitor from './visitor.json' with { type: 'json' }
import visits from './visits.json' with { type: 'json' }
import voices from './voices.json' with { type: 'json' }
import waiting from './waiting.json' with { type: 'json' }

export default {
  accounts,
  agenda,
  answer,
  calendar,
  clearance,
  common,
  copying,
  delegation,
  desk,
  directory,
  displacement,
  drawing,
  dtm,
  embed,
  enclosing,
  errors,
  events,
  exchange,
  exhibit,
  exhibition,
  guests,
  imports,
  inbox,
  invitations,
  kept,
  letters,
  mail,
  mailing,
  map,
  media,
  mine,
  offline,
  outlook,
  participants,
  plan,
  planner,
  posters,
  prints,
  privacy,
  programme,
  programmes,
  questions,
  roster,
  screen,
  sending,
  sheets,
  site,
  speakers,
  story,
  team,
  templates,
  tours,
  translation,
  uploads,
  views,
  visitor,
  visits,
  voices,
  waiting,
} as const
