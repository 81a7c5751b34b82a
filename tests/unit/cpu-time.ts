/** How much work something is: the processor's time for it, ms, which a busy machine does not stretch as it does the wall's. */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
