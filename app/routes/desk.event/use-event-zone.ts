import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './route.tsx'

/** The zone in which the event's pages tell the time. */
export function useEventZone(): string {
  return useRouteLoaderData<typeof loader>('routes/desk.event/route')?.zone ?? 'UTC'
}
