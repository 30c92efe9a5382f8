import type { WholeMajlis } from './majlis.ts'

/** Somebody at the door of a whole Majlis: asks, follows no redirect, keeps the cookie it was given. */
export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form?: Record<string, string>, headers?: Record<string, string>): Promise<Response>
}

export function visitor({ url }: Pick<WholeMajlis, 'url'>, cookie = ''): Visitor {
  const ask = (path: string, init: RequestInit) =>
    fetch(url + path, { redirect: 'manual', ...init, headers: { Cookie: cookie, ...init.headers } })
  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, form = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { Origin: url, ...headers },
      }),
  }
}

export async function signedInVisitor(
  majlis: WholeMajlis,
  email: string,
  password: string,
): Promise<Visitor> {
  const answer = await visitor(majlis).post('/sign-in', { email, password })
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  if (answer.status !== 303) throw new Error(`Not signed in: ${answer.status}`)
  return visitor(majlis, cookie.join('; '))
}
