import { NewerSchemaError } from '#db/migrate.server.ts'
import { SettingError } from './env.server.ts'

/** What the person who starts Majlis can mend. */
const lines: Record<string, string> = {
  EADDRINUSE: 'PORT: another program listens there already; stop it, or choose another port.',
  'listen EACCES': 'PORT: this user may not listen there; choose one above 1023.',
  ECONNREFUSED: 'DATABASE_URL: no database server answers there.',
  ENOTFOUND: 'DATABASE_URL: there is no machine of that name.',
  '28P01': 'DATABASE_URL: the database server does not take this user and password.',
  '3D000': 'DATABASE_URL: the database server has no database of that name.',
  EEXIST: 'DATABASE_URL: the folder of this file cannot be made.',
  ENOTDIR: 'DATABASE_URL: the folder of this file cannot be made.',
  'mkdir EACCES': 'DATABASE_URL: this user may not make the folder of this file.',
  'mkdir EPERM': 'DATABASE_URL: this user may not make the folder of this file.',
  'mkdir EROFS': 'DATABASE_URL: the folder of this file cannot be made on a disk that is only to be read.',
  ENOSPC: 'The disk is full.',
  SQLITE_CANTOPEN: 'DATABASE_URL: this file cannot be opened or made.',
  SQLITE_READONLY: 'DATABASE_URL: this file, or the folder it is in, cannot be written to.',
  SQLITE_READONLY_DIRECTORY: 'DATABASE_URL: the folder of this file cannot be written to.',
  SQLITE_FULL: 'DATABASE_URL: the disk of this file is full.',
  SQLITE_NOTADB: 'DATABASE_URL: this file is not a database.',
}

/**
 * Runs this process until SIGTERM or SIGINT, then stops what `start` started, gently; from when this resolves. What
 * cannot start ends the process with one line where the person who started it can mend that, else with the stack.
 */
export async function runUntilStopped<Started extends { stop(): Promise<void> }>(
  start: () => Promise<Started>,
): Promise<Started> {
  try {
    const running = await start()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, async () => {
        await running.stop()
        process.exit(0)
      })
    }
    return running
  } catch (error) {
    console.error(lineFor(error) ?? error)
    process.exit(1)
  }
}

/** The one line for whoever started it; null for a fault of ours, which needs its stack. */
export function lineFor(error: unknown): string | null {
  if (error instanceof SettingError || error instanceof NewerSchemaError) return error.message
  const causes = error instanceof AggregateError ? error.errors : [error]
  const known = causes.flatMap((cause) => {
    const { syscall, code = '' } = (cause ?? {}) as { syscall?: string; code?: string }
    return lines[`${syscall} ${code}`] ?? lines[code] ?? []
  })
  return known[0] ?? null
}
