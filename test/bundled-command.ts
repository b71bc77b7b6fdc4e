import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleCommand } from '../scripts/bundle-command.mjs'

let made: Promise<string> | undefined

/**
 * The folder of the command as it is published, which starts in a third of the time of the sources. It is made once for
 * all files of a run (scripts/run-tests.ts takes it away), or once for a process outside of a run. It is to be read only.
 */
export function bundledCommand(): Promise<string> {
  const run = process.env['TEST_RUN_FOLDER']
  made ??= run === undefined ? bundledForProcess() : bundledForRun(run)
  return made
}

async function bundledForProcess(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'connectory-command-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await bundleCommand(folder)
  return folder
}

async function bundledForRun(run: string): Promise<string> {
  const whole = join(run, 'command')
  if (existsSync(whole)) return whole
  const draft = mkdtempSync(join(run, 'command-'))
  await bundleCommand(draft)
  try {
    renameSync(draft, whole)
  } catch (error) {
    // Another process of this run may have been quicker.
    if (!existsSync(whole)) throw error
  }
  return whole
}
