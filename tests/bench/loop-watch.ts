import { monitorEventLoopDelay } from 'node:perf_hooks'

/*
 * Loaded before a server that is measured: it tells its parent, when asked, for how many milliseconds its loop was held
 * up at most since it was asked last.
 */
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('message', () => {
  // What held the loop last is seen by a timer that comes after it.
  setTimeout(() => {
    process.send?.(delay.max / 1e6)
    delay.reset()
  }, 5)
})
// Listening must not keep a server alive that has been told to end.
process.channel?.unref()
