import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** An SMTP server in a process of its own that counts what it takes, so that it does not slow the sender's loop. */
export async function serveSink(): Promise<{ url: string; count(): Promise<number>; stop(): Promise<void> }> {
  const child = fork(fileURLToPath(new URL('./sink-process.ts', import.meta.url)))
  const [port] = await once(child, 'message')
  return {
    url: `smtp://127.0.0.1:${port}`,
    async count() {
      child.send('count')
      const [count] = await once(child, 'message')
      return Number(count)
    },
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}
