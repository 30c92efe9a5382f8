import { monitorEventLoopDelay } from 'node:perf_hooks'

/*
 * Loaded before a server that is measured: it tells its parent, when asked, for how many milliseconds its loop was held
 * up at most since it was asked last, and how much of the processor one turn of it took at most: on a machine that is
 * busy with other things only this says what was ours.
 */
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
let before = busy()
let longest = 0
setInterval(() => {
  const now = busy()
  longest = Math.max(longest, now - before)
  before = now
}, 1).unref()

process.on('message', () => {
  // What held the loop last is seen by a timer that comes after it.
  setTimeout(() => {
    process.send?.({ held: delay.max / 1e6, busy: longest })
    delay.reset()
    longest = 0
  }, 5)
})
// Listening must not keep a server alive that has been told to end.
process.channel?.unref()

/** Milliseconds of processor that this thread has used. */
function busy(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
