import { useLoaderData } from '@remix-run/react'
import { VisitorSummaryCard } from '../visitor-voices/summary.tsx'
import type { loader } from './route.tsx'

/** How often visitors came, what they asked and thought; nothing as long as the exhibit was never public. */
export function Visitors() {
  const { event, exhibit, visitors } = useLoaderData<typeof loader>()
  if (!exhibit || !visitors) return null
  const at = (page: string) => `/desk/events/${event.slug}/exhibition/${page}?exhibit=${exhibit.id}`
  const to = { visits: at('visits'), enquiries: at('enquiries'), feedback: at('feedback') }
  return <VisitorSummaryCard summary={visitors} to={to} />
}
