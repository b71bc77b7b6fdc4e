import { accessSync, constants } from 'node:fs'
import { ConfigError } from './config-error.ts'

/** @throws ConfigError when the variable names a file that cannot be read */
export function refuseUnreadable(name: string, file: string | undefined): void {
  if (file === undefined) return
  try {
    accessSync(file, constants.R_OK)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ConfigError(`${name} names the file ${file}, which cannot be read (${reason}).`)
  }
}
