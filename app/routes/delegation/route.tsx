import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useRouteError } from '@remix-run/react'
import { takeForm } from '../answer/acts.server.ts'
import { GuestPage } from '../answer/guest-page.tsx'
import { LostLink } from '../answer/lost-link.tsx'
import { loadPage } from '../answer/open.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

/** The page on which an institution answers and names its delegates; any other link leads on to its own address. */
export async function loader(args: LoaderFunctionArgs) {
  return loadPage(args)
}

export async function action(args: ActionFunctionArgs) {
  return takeForm(args)
}

export default function Delegation() {
  return <GuestPage />
}

export function ErrorBoundary() {
  const error = useRouteError()
  return <LostLink error={error} />
}
