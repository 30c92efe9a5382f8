import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useRouteError } from '@remix-run/react'
import { LostLink } from '../answer/lost-link.tsx'
import { takeSpeakerForm } from './acts.server.ts'
import { loadSpeaker } from './open.server.ts'
import { SpeakerPage } from './speaker-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

/** A speaker's own page: their roles, what is printed of them, their slides. */
export async function loader(args: LoaderFunctionArgs) {
  return loadSpeaker(args)
}

export async function action(args: ActionFunctionArgs) {
  return takeSpeakerForm(args)
}

export default function Speaker() {
  return <SpeakerPage />
}

export function ErrorBoundary() {
  return <LostLink error={useRouteError()} />
}
