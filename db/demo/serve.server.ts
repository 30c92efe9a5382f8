import { runUntilStopped } from '../../app/process.server.ts'

/*
 * `npm run demo`: builds the model event and serves it. On standard output there is one line per way in, then `ready`;
 * everything else goes to standard error.
 */

// React decides by this, when it is loaded, whether it is the slow one that warns; hence the late imports.
process.env.NODE_ENV = 'production'

const demo = await runUntilStopped(async () => {
  const { startDemo } = await import('./start.server.ts')
  return startDemo({ keep: process.argv.includes('--keep') || process.env.DEMO_KEEP === '1' })
})
const { waysIn } = await import('./ways-in.server.ts')
process.stdout.write(`${waysIn(demo).join('\n')}\n`)
