/**
 * Milliseconds of processor that `work` takes. A clock on the wall says as much about what else the machine is doing;
 * this fails only when the work itself has grown.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
