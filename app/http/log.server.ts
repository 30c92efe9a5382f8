import type { MiddlewareHandler } from 'hono'
import pino, { type Logger } from 'pino'
import { maskedPath } from './headers.ts'

export type { Logger }

/** One JSON line per fact on standard output. Never a token, a query, an address of a person or of a machine. */
export function createLog(level: string, destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.err, response: withoutAddresses },
    },
    destination ?? pino.destination(1),
  )
}

/** Mail servers like to repeat whom they refuse. */
function withoutAddresses(words: unknown): string {
  return String(words).replace(/[^\s<>]+@[^\s<>]+/g, '***')
}

/** A line per answered request: method, masked path, status, milliseconds. */
export function logRequests(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    const quiet = c.req.path === '/healthz' || c.req.path.startsWith('/assets/')
    log[quiet ? 'debug' : 'info']({
      method: c.req.method,
      path: maskedPath(c.req.path),
      status: c.res.status,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
    })
  }
}
