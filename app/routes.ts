import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

const at = (name: string) => `routes/${name}/route.tsx`

// Every address of Majlis, in one place. `/healthz`, `/files/…`, `/q/…` and static files are answered before Remix (app/http).
export default [
  index(at('home')),
  route('language', at('language')),
  route('setup', at('setup')),
  route('sign-in', at('sign-in')),
  route('sign-out', at('sign-out')),
  route('reset', at('reset')),
  route('reset/:token', at('reset.token')),

  route('r/:token', at('answer')),
  route('r/:token/calendar.ics', at('answer.calendar')),

  route('desk', at('desk'), [
    index(at('desk.home')),
    route('account', at('desk.account')),
    route('office', at('desk.office')),
    route('members', at('desk.members')),
    route('persons', at('desk.persons')),
    route('persons/new', at('desk.person.new')),
    route('persons/:person', at('desk.person')),
    route('organisations', at('desk.organisations')),
    route('organisations/new', at('desk.organisation.new')),
    route('organisations/:organisation', at('desk.organisation')),
    route('imports', at('desk.imports')),
    route('imports/:import', at('desk.import')),
    route('events/new', at('desk.event.new')),
    route('events/:event', at('desk.event'), [
      index(at('desk.event.overview')),
      route('settings', at('desk.event.settings')),
      route('parts/:part', at('desk.event.part')),
      route('people', at('desk.event.people')),
      route('guests', at('desk.event.guests')),
      route('guests/bulk', at('desk.event.guests-bulk')),
      route('guests/:invitation', at('desk.event.guest')),
      route('invite', at('desk.event.invite')),
      route('mailings', at('desk.event.mailings')),
      route('mailings/:mailing', at('desk.event.mailing')),
      route('outbox', at('desk.event.outbox')),
      route('outbox/:message', at('desk.event.message')),
      route('agenda', at('desk.event.agenda')),
      route('agenda/:item', at('desk.event.agenda-item')),
      route('rooms', at('desk.event.rooms')),
      route('exhibition', at('desk.event.exhibition')),
      route('exhibition/:exhibit', at('desk.event.exhibit')),
      route('booths', at('desk.event.booths')),
    ]),
  ]),
  // Files and bare documents: no desk around them.
  route('desk/directory/:file', at('desk.directory-export')),
  route('desk/events/:event/export/:file', at('desk.event.guests-export')),
  route('desk/events/:event/outbox/:message/html', at('desk.event.message-html')),
  route('desk/events/:event/mailings/:mailing/preview', at('desk.event.mailing-preview')),
  route('desk/events/:event/exhibition/qr', at('desk.event.exhibition-qr')),
  route('desk/events/:event/exhibition/:exhibit/qr', at('desk.event.exhibit-qr')),

  layout(at('site'), [
    route(':lang', at('site.events')),
    route(':lang/:event', at('site.event')),
    route(':lang/:event/agenda/:day?', at('site.agenda')),
    route(':lang/:event/exhibition', at('site.exhibition')),
    route(':lang/:event/exhibition/:exhibit', at('site.exhibit')),
  ]),
  route(':event/agenda.ics', at('agenda-ics')),
  route('*', at('missing')),
] satisfies RouteConfig
