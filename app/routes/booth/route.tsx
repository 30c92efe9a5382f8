import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useRouteError } from '@remix-run/react'
import { readMedia } from '#app/exhibition/content/media.server.ts'
import { exhibitDeskSearch } from '#app/exhibition/forms.ts'
import { programmeChoices } from '#app/exhibition/programmes/read.server.ts'
import { readComments } from '#app/exhibition/team/comments.server.ts'
import { readLocks } from '#app/exhibition/team/locks.server.ts'
import { readVisitorSummary } from '#app/exhibition/voices/summary.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { newId } from '#db/id.server.ts'
import { LostLink } from '../answer/lost-link.tsx'
import type { EditorData } from '../exhibit-editor/editor.ts'
import { takeBoothForm } from './acts.server.ts'
import { BoothPage } from './booth-page.tsx'
import { type OpenedBooth, openBooth } from './open.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

/** Where the team of a booth writes what visitors will see, by the own link of one of them. */
export async function loader(args: LoaderFunctionArgs) {
  const opened = await openBooth(args)
  const { event, exhibit, path, language, asked } = opened
  const url = new URL(args.request.url)
  if (!asked) {
    url.searchParams.set('lang', language)
    throw redirect(path + url.search)
  }
  const { read } = args.context.database
  const [media, comments, locks] = await Promise.all([
    readMedia(read, exhibit.id),
    readComments(read, exhibit.id),
    readLocks(read, exhibit.id),
  ])
  const open = openIn(url, opened, locks)
  const programmes = open.block || open.add ? await programmeChoices(read, opened.scope.officeId) : []
  const { eventId } = opened.scope
  // Nobody has come before it was public.
  const visitors = exhibit.publishedAt
    ? await readVisitorSummary(read, { eventId, exhibitId: exhibit.id })
    : null
  const { content, version } = exhibit
  const { languages, zone } = event
  return {
    title: translator(language)('team:own.title', { event: localize(event.name, language) }),
    newId: newId(),
    path,
    visitors,
    event: { name: event.name, state: event.state, office: event.office, zone, contact: event.contact },
    exhibit: { state: exhibit.state, ahead: exhibit.ahead, dueAt: exhibit.dueAt, booth: exhibit.booth },
    editor: {
      ...{ content, version, media, programmes, open, languages, zone, comments, locks, isTeam: true },
      ...{ exhibitId: exhibit.id, saveAt: `${path}/save?lang=${language}` },
    } as EditorData,
  }
}

/** Which form stands open: none of a part that is locked, and none of what is not there. */
function openIn(url: URL, { exhibit: { content } }: OpenedBooth, locks: readonly string[]) {
  const asked = exhibitDeskSearch.parse(Object.fromEntries(url.searchParams))
  const isLocked = locks.includes(asked.open ?? '') || locks.includes(`blocks/${asked.block}`)
  const has = (rows: { id: string }[], id: string) => !id || rows.some((row) => row.id === id)
  const isThere =
    has(content.blocks, asked.block) && (asked.picture === 'new' || has(content.pictures, asked.picture))
  // Where a booth stands and under which address is the desk's.
  if (asked.open !== 'place' && !isLocked && isThere) return asked
  return exhibitDeskSearch.parse({ done: asked.done })
}

export async function action(args: ActionFunctionArgs) {
  return takeBoothForm(args)
}

export default function Booth() {
  return <BoothPage />
}

export function ErrorBoundary() {
  return <LostLink error={useRouteError()} />
}
