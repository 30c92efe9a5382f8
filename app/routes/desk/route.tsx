import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useMatches, useRouteLoaderData } from '@remix-run/react'
import { requireUser } from '#app/accounts/guard.server.ts'
import { officePermissions } from '#app/accounts/permission.ts'
import { readDesk } from '#app/events/read.server.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { DeskFrame } from './desk-frame.tsx'

// Here, and only here, pages load client script.
export const handle = { scripts: true }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await requireUser(context, request)
  const desk = await readDesk(context.database.read, user.id)
  return {
    user: { name: user.name },
    office: desk?.name ?? null,
    can: [...officePermissions(desk?.role ?? null)],
  }
}

/** A page below that brings its own `<main>`, because something of its own stands beside it. */
type Handle = { ownMain?: boolean } | undefined

export default function Desk() {
  const ownMain = useMatches().some((match) => (match.handle as Handle)?.ownMain)
  return (
    <DeskFrame desk={useLoaderData<typeof loader>()}>
      {ownMain ? (
        <Outlet />
      ) : (
        <main id="content" className="wrap desk-page" tabIndex={-1}>
          <Outlet />
        </main>
      )}
    </DeskFrame>
  )
}

export function ErrorBoundary() {
  const desk = useRouteLoaderData<typeof loader>('routes/desk/route')
  return (
    <DeskFrame desk={desk}>
      <main id="content" className="wrap desk-page" tabIndex={-1}>
        <ErrorPage home="/desk" />
      </main>
    </DeskFrame>
  )
}
