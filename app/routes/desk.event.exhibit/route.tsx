import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { organisationChoices } from '#app/directory/read.server.ts'
import { changesSincePublished } from '#app/exhibition/content/draft.server.ts'
import { readMedia } from '#app/exhibition/content/media.server.ts'
import { readVersions } from '#app/exhibition/content/versions.server.ts'
import { exhibitDeskSearch } from '#app/exhibition/forms.ts'
import { programmeChoices } from '#app/exhibition/programmes/read.server.ts'
import { boothChoices, type Exhibit, readExhibit, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { readComments } from '#app/exhibition/team/comments.server.ts'
import { readLocks } from '#app/exhibition/team/locks.server.ts'
import { readMembers } from '#app/exhibition/team/team.server.ts'
import { readVisitorSummary } from '#app/exhibition/voices/summary.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { boothLink, siteOf } from '#app/invitations/token.server.ts'
import { newId } from '#db/id.server.ts'
import type { EditorData } from '../exhibit-editor/editor.ts'
import { act } from './acts.server.ts'
import { ExhibitPage } from './exhibit-page.tsx'
import { NewExhibit } from './new-exhibit.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const isNew = 'new'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const open = exhibitDeskSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const wantsChoices = params.exhibit === isNew || open.open === 'place'
  const exhibitId = params.exhibit ?? ''
  const [event, exhibit, media, programmes, versions, booths, organisations, members, comments, locks] =
    await Promise.all([
      readExhibitionEvent(read, scope),
      exhibitId === isNew ? null : readExhibit(read, scope, exhibitId),
      readMedia(read, exhibitId),
      open.block || open.add ? programmeChoices(read, scope.officeId) : [],
      readVersions(read, exhibitId),
      wantsChoices ? boothChoices(read, scope) : [],
      wantsChoices ? organisationChoices(read, scope) : [],
      readMembers(read, scope, exhibitId),
      readComments(read, exhibitId),
      readLocks(read, exhibitId),
    ])
  const isAhead = exhibit && exhibit.ahead !== 'no'
  const changes = isAhead ? await changesSincePublished(read, exhibit.id, exhibit.content) : []
  const { eventId } = scope
  // Nobody has come before it was public.
  const visitors = exhibit?.publishedAt ? await readVisitorSummary(read, { eventId, exhibitId }) : null
  if (exhibit ? !isThere(exhibit, open) : exhibitId !== isNew) throw notFound()
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const name = exhibit ? localize(exhibit.title, language) : t('exhibition:new.title')
  return {
    title: `${name} · ${t('common:appName')}`,
    newId: newId(),
    mayWrite: scope.can.has('mail.send'),
    team: members.map(({ tokenHash: _, ...member }) => ({
      ...member,
      link: boothLink(siteOf(context.env), member),
    })),
    ...{ event, exhibit, versions, changes, booths, organisations, visitors },
    editor: exhibit && editorOf(exhibit, { media, programmes, open, event, comments, locks }),
  }
}

type Page = Pick<EditorData, 'media' | 'programmes' | 'open' | 'comments' | 'locks'> & {
  event: Awaited<ReturnType<typeof readExhibitionEvent>>
}

function editorOf({ id, content, version }: Exhibit, { event, ...page }: Page): EditorData {
  const { languages, zone, slug } = event
  const saveAt = `/desk/events/${slug}/exhibition/${id}/save`
  return { content, version, ...page, isTeam: false, languages, zone, exhibitId: id, saveAt }
}

/** Whether the block or picture whose form is asked for belongs to the exhibit. */
function isThere({ content }: Exhibit, open: { block: string; picture: string }): boolean {
  const has = (rows: { id: string }[], id: string) => !id || id === isNew || rows.some((row) => row.id === id)
  return (!open.block || has(content.blocks, open.block)) && has(content.pictures, open.picture)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const form = await readRequestForm(request)
  const { languages, zone } = await readExhibitionEvent(context.database.read, scope)
  const exhibitId = params.exhibit ?? ''
  const home = `/desk/events/${scope.slug}/exhibition/${exhibitId}`
  return act({ context, scope, exhibitId, languages, zone, home }, form)
}

export default function ExhibitRoute() {
  const { exhibit } = useLoaderData<typeof loader>()
  return exhibit ? <ExhibitPage /> : <NewExhibit />
}
