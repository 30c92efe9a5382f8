import { SMTPServer } from 'smtp-server'

let taken = 0
const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData(stream, _, callback) {
    stream.resume()
    stream.on('end', () => {
      taken++
      callback()
    })
  },
})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})
process.on('message', () => process.send?.(taken))
