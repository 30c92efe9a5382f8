import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

const megabyte = 1024 * 1024
/** Where files are sent: guest lists, an exhibit's pictures, plans of halls, figures of displacement, results of programmes, lists of activities, scanned letters, schedules, the office's logo, papers, a guest's, a speaker's or a team's own files. */
const uploads =
  /^\/(desk\/(imports|displacement|programmes\/imports|activities|office\/letters|events\/[^/]+\/(exhibition|booths|guests|letters|agenda)\/[^/]+)|[brs]\/[^/]+)(\/|\.data$|$)/

/** Refuses a body that is larger than its address can want, before anything reads it. */
export function limitBody(refuse: (request: Request) => Response): MiddlewareHandler {
  const onError = (c: { req: { raw: Request } }) => {
    const answer = refuse(c.req.raw)
    // What is still being sent is not waited for.
    answer.headers.set('Connection', 'close')
    return answer
  }
  const forms = bodyLimit({ maxSize: megabyte, onError })
  const files = bodyLimit({ maxSize: 15 * megabyte, onError })
  return (c, next) => {
    // Asking whether a reader's request has a body is what makes the server build a whole Request from it.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    return uploads.test(c.req.path) ? files(c, next) : forms(c, next)
  }
}
