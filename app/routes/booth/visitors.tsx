import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { VisitorSummaryCard } from '../visitor-voices/summary.tsx'
import type { loader } from './route.tsx'

/** How often visitors came, what they asked and thought; nothing as long as the exhibit was never public. */
export function BoothVisitors() {
  const { path, visitors } = useLoaderData<typeof loader>()
  const page = `${path}/visitors?lang=${useLanguage()}`
  if (!visitors) return null
  const to = { visits: `${page}#visits`, enquiries: `${page}#enquiries`, feedback: `${page}#feedback` }
  return <VisitorSummaryCard summary={visitors} to={to} />
}
