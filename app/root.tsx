import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { direction } from './i18n/languages.ts'
import { readerLanguage } from './i18n/reader.server.ts'
import { useText } from './i18n/use-text.ts'
import tokens from './ui/majlis.css?url'
import { Notice } from './ui/notice.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: tokens },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Majlis' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return { language: await readerLanguage(context, request, params.lang), nonce: context.nonce }
}

/** A route that wants client script says so: `export const handle = { scripts: true }`. */
type Handle = { scripts?: boolean } | undefined

export function Layout({ children }: { children: ReactNode }) {
  const language = useRouteLoaderData<typeof loader>('root')?.language ?? 'en'
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce
  const wantsScripts = useMatches().some((match) => (match.handle as Handle)?.scripts)
  return (
    <html lang={language} dir={direction(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
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

export default function App() {
  useLoaderData<typeof loader>()
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const t = useText()
  const isMissing = isRouteErrorResponse(error) && (error.status === 404 || error.status === 405)
  return (
    <div className="wrap narrow">
      <main className="stack page">
        <h1>{isMissing ? t('errors:notFoundTitle') : t('errors:brokenTitle')}</h1>
        <Notice kind="info">{isMissing ? t('errors:notFound') : t('errors:broken')}</Notice>
      </main>
    </div>
  )
}
