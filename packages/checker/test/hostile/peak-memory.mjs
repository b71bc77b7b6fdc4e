// Loaded into a process before its program: writes the most memory that it ever had, in KiB, to file descriptor 3.
import { writeSync } from 'node:fs'

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
