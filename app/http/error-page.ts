import { direction, isLanguage, type Language, negotiateLanguage } from '../i18n/languages.ts'
import { translator } from '../i18n/translator.ts'
import { scriptlessPolicy } from './headers.ts'

const texts = {
  403: 'errors:refused',
  404: 'errors:notFound',
  413: 'errors:tooLarge',
  429: 'errors:tooMany',
  500: 'errors:broken',
} as const

/** A page for what never reaches Remix, in the reader's language: refused, too large, too often, broken. */
export function errorPage(request: Request, status: keyof typeof texts, stylesheet: string): Response {
  const language = languageOf(request)
  const t = translator(language)
  const title = {
    403: t('errors:refusedTitle'),
    404: t('errors:notFoundTitle'),
    413: t('errors:tooLargeTitle'),
    429: t('errors:tooManyTitle'),
    500: t('errors:brokenTitle'),
  }[status]
  return barePage({
    language,
    status,
    title,
    stylesheet,
    main: `<p class="notice error">${t(texts[status])}</p>`,
  })
}

/** For who scans the poster of a booth that is not published: nothing is broken, and the other booths are open. */
export function closedBoothPage(
  { path, language }: { path: string; language: Language },
  stylesheet: string,
): Response {
  const t = translator(language)
  const way = `<p><a class="button" href="${path}">${t('visitor:closed.more')}</a></p>`
  return barePage({
    ...{ language, status: 404, title: t('visitor:closed.title'), stylesheet },
    main: `<p class="lead">${t('visitor:closed.text')}</p>${way}`,
  })
}

type BarePage = { language: Language; status: number; title: string; stylesheet: string; main: string }

function barePage({ language, status, title, stylesheet, main }: BarePage): Response {
  // Texts are ours, paths are made of checked slugs, the stylesheet's address is the build's: nothing needs escaping.
  const html = `<!doctype html><html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ${translator(language)('common:appName')}</title><link rel="stylesheet" href="${stylesheet}"></head><body><div class="band"></div><div class="wrap narrow"><main class="stack page"><h1>${title}</h1>${main}</main></div></body></html>`
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': scriptlessPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      ...(status === 429 ? { 'Retry-After': '600' } : {}),
    },
  })
}

/** Without asking who is signed in: this must work when the database does not. */
export function languageOf(request: Request): Language {
  const [inPath] = new URL(request.url).pathname.split('/').filter(Boolean)
  if (isLanguage(inPath)) return inPath
  const chosen = request.headers.get('Cookie')?.match(/(?:^|;\s*)majlis_lang=(\w+)/)?.[1]
  return isLanguage(chosen) ? chosen : negotiateLanguage(request.headers.get('Accept-Language'))
}
