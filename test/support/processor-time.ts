/** Milliseconds of processor time that this process has used: whatever else the machine does meanwhile does not count. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
