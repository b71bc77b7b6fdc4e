// Loaded into a process before its program: writes the most memory that it ever had, in KiB, to file descriptor 3.
import { readFileSync, writeSync } from 'node:fs'

process.on('exit', () => writeSync(3, String(peakKiB())))

/** In KiB. `maxRSS` counts what the process that started this one had in memory; Linux also tells our own peak. */
function peakKiB() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}
