import { Transform } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { i18nFor } from './i18n/catalogue.ts'
import { isLanguage, negotiateLanguage } from './i18n/languages.ts'

const abortDelay = 10_000

/**
 * What reaches the log. A form sent to a page that takes none is the sender's mistake, not ours, and its address may
 * hold a token; so is a reader who goes away before the page is there.
 */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  console.error(error)
}

/** Renders the whole page before answering: pages are small, many are cached, and a late error still gets its status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const chosen = remixContext.staticHandlerContext.loaderData.root?.language
  const language = isLanguage(chosen) ? chosen : negotiateLanguage(request.headers.get('Accept-Language'))
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18nFor(language)}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={abortDelay} />
      </I18nextProvider>,
      {
        nonce,
        onAllReady() {
          const body = withoutNul()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: failed ? 500 : status,
            }),
          )
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          failed = true
          console.error(error)
        },
      },
    )
    setTimeout(abort, abortDelay + 1000).unref()
  })
}

/**
 * React 18 leaves NUL where a letter of several bytes does not fit into the rest of its buffer (facebook/react#26228,
 * mended in 19). Browsers show each as �, and pages in Arabic and Sorani are full of such letters.
 */
function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
