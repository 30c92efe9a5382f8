import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { direction } from './i18n/languages.ts'
import { readerLanguage } from './i18n/reader.server.ts'
import { useText } from './i18n/use-text.ts'
import type { loader as siteLoader } from './routes/site/route.tsx'
import { ErrorPage } from './ui/error-page.tsx'
import tokens from './ui/majlis.css?url'
import { Mark } from './ui/mark.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: tokens },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Majlis' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return { language: await readerLanguage(context, request, params.lang), nonce: context.nonce }
}

/**
 * A route that wants client script says so: `export const handle = { scripts: true }`; one whose links are to open
 * outside of the frame it stands in, `opensElsewhere`.
 */
type Handle = { scripts?: boolean; opensElsewhere?: boolean } | undefined

export function Layout({ children }: { children: ReactNode }) {
  const language = useRouteLoaderData<typeof loader>('root')?.language ?? 'en'
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce
  const matches = useMatches()
  const wantsScripts = matches.some((match) => (match.handle as Handle)?.scripts)
  const opensElsewhere = matches.some((match) => (match.handle as Handle)?.opensElsewhere)
  return (
    <html lang={language} dir={direction(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5563" />
        {opensElsewhere && <base target="_blank" />}
        <Meta />
        <Alternates />
        <Links />
      </head>
      <body>
        {children}
        {wantsScripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

/** Tells search engines the same public page in the other languages, whatever `meta` the page itself has. */
function Alternates() {
  const site = useRouteLoaderData<typeof siteLoader>('routes/site/route')
  if (!site) return null
  return (
    <>
      <link rel="canonical" href={site.canonical} />
      {site.alternates.map(({ language, href }) => (
        <link key={language} rel="alternate" hrefLang={language} href={href} />
      ))}
      <meta property="og:url" content={site.canonical} />
      <meta property="og:type" content="website" />
    </>
  )
}

export default function App() {
  useLoaderData<typeof loader>()
  return <Outlet />
}

export function ErrorBoundary() {
  const t = useText()
  return (
    <>
      <div className="band" />
      <header className="wrap top">
        <a className="office" href="/">
          <Mark />
          {t('common:appName')}
        </a>
      </header>
      <main className="wrap page">
        <ErrorPage home="/" />
      </main>
    </>
  )
}
