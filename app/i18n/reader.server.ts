import type { MajlisContext } from '../load-context.ts'
import { isLanguage, type Language, negotiateLanguage } from './languages.ts'

const cookieName = 'majlis_lang'

/**
 * The language of the reader of this page: the one in its address (`/ar/…` or `?lang=ar`), else the one chosen before
 * (cookie), else the signed-in user's, else the browser's.
 */
export async function readerLanguage(
  context: MajlisContext,
  request: Request,
  inPath?: string,
): Promise<Language> {
  if (isLanguage(inPath)) return inPath
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLanguage(asked)) return asked
  const chosen = chosenLanguage(request.headers)
  if (chosen) return chosen
  const user = await context.user()
  return user?.language ?? negotiateLanguage(request.headers.get('Accept-Language'))
}

function chosenLanguage(headers: Headers): Language | null {
  const cookie = headers.get('Cookie')?.match(/(?:^|;\s*)majlis_lang=(\w+)/)?.[1]
  return isLanguage(cookie) ? cookie : null
}

/** The `Set-Cookie` that keeps the choice for a year. */
export function languageCookie(language: Language, isSecure: boolean): string {
  return `${cookieName}=${language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
