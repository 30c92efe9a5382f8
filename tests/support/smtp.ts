import type { Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/**
 * Where in a session: before the greeting, when it says EHLO, at MAIL, at RCPT, when it says DATA, while the body comes
 * in, after the final dot.
 */
export type Stage = 'connect' | 'ehlo' | 'mail' | 'rcpt' | 'dataCommand' | 'data' | 'dot'
/** What goes wrong there: the server says goodbye, drops the line, falls silent, or answers with this code. */
export type Fault = 'close' | 'reset' | 'stall' | number
type Moment = { stage: Stage; to: string; session: number }

export type SmtpSink = {
  url: string
  /** Every message whose final dot arrived, refused ones left out, in order. */
  received: { from: string; to: string; messageId: string; raw: string }[]
  /** How often each Message-ID was received. */
  copies(): Map<string, number>
  parsed(index?: number): Promise<ParsedMail>
  close(): Promise<void>
}

/** A real SMTP server on a free port that keeps what it gets, and fails where and how `fault` says. */
export async function smtpSink(
  fault: (moment: Moment) => Fault | undefined = () => undefined,
): Promise<SmtpSink> {
  const received: SmtpSink['received'] = []
  let sessions = 0
  const sessionNumbers = new Map<string, number>()
  const numberOf = (session: SMTPServerSession) => {
    const known = sessionNumbers.get(session.id) ?? ++sessions
    sessionNumbers.set(session.id, known)
    return known
  }

  const meet = (stage: Stage, session: SMTPServerSession, to: string, go: (error?: Error) => void) =>
    meetAs(fault({ stage, to, session: numberOf(session) }), session, go)

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onConnect: (session, callback) => meet('connect', session, '', callback),
    onMailFrom: (_, session, callback) => meet('mail', session, '', callback),
    onRcptTo: (address, session, callback) => meet('rcpt', session, address.address, callback),
    onData(stream, session, callback) {
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const chunks: Buffer[] = []
      meet('data', session, to, (early) => {
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          if (early) return callback(early)
          const raw = Buffer.concat(chunks).toString()
          const wrong = fault({ stage: 'dot', to, session: numberOf(session) })
          // A lost line after the dot is a message taken; a refusal is not.
          if (typeof wrong !== 'number')
            received.push({
              from: addressIn(session.envelope.mailFrom),
              to,
              messageId: /^Message-ID: *(\S+)/im.exec(raw)?.[1] ?? '',
              raw,
            })
          meetAs(wrong, session, callback)
        })
      })
    },
  })
  function addressIn(mailFrom: SMTPServerSession['envelope']['mailFrom']): string {
    return mailFrom ? mailFrom.address : ''
  }
  function meetAs(wrong: Fault | undefined, session: SMTPServerSession, go: (error?: Error) => void) {
    if (wrong === undefined) return go()
    if (typeof wrong === 'number')
      return go(Object.assign(new Error(`Scripted ${wrong}`), { responseCode: wrong }))
    if (wrong === 'close') socketOf(session)?.end()
    if (wrong === 'reset') socketOf(session)?.resetAndDestroy()
  }
  function socketOf(session: SMTPServerSession): Socket | undefined {
    const connections = (server as unknown as { connections: Set<{ id: string; _socket: Socket }> })
      .connections
    return [...connections].find((connection) => connection.id === session.id)?._socket
  }
  // The library has no word at these two commands, so the line itself is watched.
  server.server.on('connection', (socket: Socket) => {
    socket.prependListener('data', (chunk: Buffer) => {
      const [, command] = /(?:^|\n)(EHLO|DATA)(?: |\r)/.exec(chunk.toString('latin1', 0, 500)) ?? []
      const stage = command === 'EHLO' ? 'ehlo' : 'dataCommand'
      const wrong = command && fault({ stage, to: '', session: 0 })
      if (wrong === 'close') socket.destroy()
      if (wrong === 'reset') socket.resetAndDestroy()
    })
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    copies() {
      const counts = new Map<string, number>()
      for (const { messageId } of received) counts.set(messageId, (counts.get(messageId) ?? 0) + 1)
      return counts
    },
    parsed: (index = 0) => simpleParser(received[index]?.raw ?? ''),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
