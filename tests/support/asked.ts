import type { LoaderFunctionArgs } from '@remix-run/node'
import type { MajlisContext } from '#app/load-context.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { now } from './builders.ts'

type Given = {
  params: Record<string, string>
  userId?: string
  /** Sent as a form; a list of pairs where a name stands more than once. */
  form?: Record<string, string> | [string, string][]
  headers?: Record<string, string>
  at?: Date
  /** What the limit of papers says. */
  mayPrint?: boolean
  /** What the limits of visitors' words say. */
  mayWrite?: boolean
}

/** A request as the front would hand it over, by `userId` or by nobody. */
export function asked(database: Database, path: string, given: Given): LoaderFunctionArgs {
  const { userId, form, params, headers, at = now, mayPrint = true, mayWrite = true } = given
  const context = {
    database,
    env: { APP_URL: 'https://majlis.example', APP_SECRET: 'secret' },
    now: () => at,
    wakeWorker: () => undefined,
    clientKey: '192.0.2.7',
    limits: {
      paper: async () => mayPrint,
      enquiry: async () => mayWrite,
      feedback: async () => mayWrite,
      write: async () => mayWrite,
    },
    user: async () => (userId ? { id: userId, name: 'A', email: 'a@majlis.example', language: 'en' } : null),
  } as unknown as MajlisContext
  const body = form && new URLSearchParams(form)
  const request = new Request(`https://majlis.example${path}`, {
    headers,
    ...(body && { method: 'POST', body }),
  })
  return { request, params, context } as LoaderFunctionArgs
}

/** The status of what a loader or action threw or answered; 0 for data. */
export async function statusOf(answer: unknown): Promise<number> {
  const given = await Promise.resolve(answer).catch((reason: unknown) => reason)
  return given instanceof Response ? given.status : 0
}

/** Where a redirect leads. */
export async function placeOf(answer: unknown): Promise<string | null> {
  const given = await answer
  return given instanceof Response ? given.headers.get('Location') : null
}

/** How many questions a page asks the database. */
export async function questionsOf(
  database: Database,
  look: (database: Database) => unknown,
): Promise<number> {
  let questions = 0
  const read = new Proxy(database.read, {
    get(target, name: keyof Reader) {
      const ask = target[name] as unknown
      if (typeof ask !== 'function') return ask
      questions++
      return ask.bind(target)
    },
  })
  await look({ ...database, read })
  return questions
}
