import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useRouteError } from '@remix-run/react'
import { takeForm } from './acts.server.ts'
import { GuestPage } from './guest-page.tsx'
import { LostLink } from './lost-link.tsx'
import { loadPage } from './open.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

/** The page of a guest, of a delegate, of a substitute; an institution's old link leads on to its own address. */
export async function loader(args: LoaderFunctionArgs) {
  return loadPage(args)
}

export async function action(args: ActionFunctionArgs) {
  return takeForm(args)
}

export default function Answer() {
  return <GuestPage />
}

export function ErrorBoundary() {
  const error = useRouteError()
  return <LostLink error={error} />
}
