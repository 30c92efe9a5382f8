import { spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'

const program = '/usr/sbin/dovecot'
// Dovecot parts its rights over users of its own, which only root may do.
export const hasDovecot = userInfo().uid === 0 && exists(program)

function exists(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A real IMAP server of one mailbox, on a free port of this machine; `url` is what MAILBOX_URL takes. */
export type Dovecot = {
  url: string
  append(mail: string, receivedAt?: Date): Promise<number>
  /** Takes every mail out and numbers the mailbox anew, as a server does that was restored. */
  renumber(): Promise<void>
  flags(): Promise<string[]>
  stop(): Promise<void>
  start(): Promise<void>
}

export async function dovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'majlis-imap-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const mail = join(folder, 'mail')
  mkdirSync(mail)
  chownSync(mail, 8, 8)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, configuration(folder, port))
  writeFileSync(join(folder, 'users'), 'rsvp:{PLAIN}secret\n')
  let running = await start(config, port)
  const client = async <T>(work: (imap: ImapFlow) => Promise<T>): Promise<T> => {
    const auth = { user: 'rsvp', pass: 'secret' }
    const imap = new ImapFlow({ host: '127.0.0.1', port, secure: false, logger: false, auth })
    await imap.connect()
    try {
      return await work(imap)
    } finally {
      await imap.logout()
    }
  }
  return {
    url: `imap://rsvp:secret@127.0.0.1:${port}/INBOX`,
    append: (mail, receivedAt = new Date()) =>
      client(async (imap) => {
        const appended = await imap.append('INBOX', mail, [], receivedAt)
        return appended ? (appended.uid ?? 0) : 0
      }),
    flags: () =>
      client(async (imap) => {
        await imap.mailboxOpen('INBOX')
        const all = await imap.fetchAll('1:*', { flags: true })
        return all.flatMap(({ flags }) => [...(flags ?? [])]).filter((flag) => flag !== '\\Recent')
      }),
    async renumber() {
      await running()
      rmSync(join(mail, 'rsvp', 'dovecot-uidlist'), { force: true })
      rmSync(join(mail, 'rsvp', 'dovecot-uidvalidity'), { force: true })
      for (const name of [
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
        'dovecot.list.index',
        'dovecot.list.index.log',
      ])
        rmSync(join(mail, 'rsvp', name), { force: true })
      // The new number is made from the clock, in seconds.
      await sleep(1_100)
      running = await start(config, port)
    },
    stop: async () => {
      await running()
    },
    start: async () => {
      running = await start(config, port)
    },
  }
}

/** Starts it and waits until it answers; what stops it again comes back. */
async function start(config: string, port: number): Promise<() => Promise<void>> {
  const child = spawn(program, ['-F', '-c', config], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (let attempt = 0; attempt < 100; attempt++) {
    const probe = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      logger: false,
      auth: { user: 'rsvp', pass: 'secret' },
    })
    probe.on('error', () => undefined)
    const isUp = await probe.connect().then(
      () => probe.logout().then(() => true),
      () => false,
    )
    if (isUp) break
    await sleep(50)
  }
  return async () => {
    child.kill('SIGTERM')
    await ended
  }
}

function configuration(folder: string, port: number): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
default_internal_user = dovecot
default_login_user = dovenull
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=8 gid=8 home=${folder}/mail/%u
}
`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
