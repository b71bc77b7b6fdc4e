import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { recordingFiles } from '@connectory/checker'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** The text of a file; `-` is what comes in on stdin. */
export async function readInput(path: string, { stdin }: Pick<Terminal, 'stdin'>): Promise<string> {
  return path === '-' ? await text(stdin) : await readText(path)
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reason(error)}.`)
  }
}

/** Said before a check that takes a minute, instead of after it. */
export async function mustBeWritable(path: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK)
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${reason(error)}.`)
  }
}

export async function writeOutput(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${reason(error)}.`)
  }
}

/** Writes a file that only its owner may read, and never over one that is there. */
export async function writeNew(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new UsageError(
        `${path} is there already, and a lost key cannot be made again. Choose another name.`,
      )
    }
    throw new UsageError(`${path} cannot be written: ${reason(error)}.`)
  }
}

type RecordedTexts = Readonly<Record<keyof typeof recordingFiles, string>>

export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new UsageError(`${folder} cannot be written to: ${reason(error)}.`)
  }
}

export async function writeRecording(folder: string, texts: RecordedTexts): Promise<void> {
  await writeOutput(join(folder, recordingFiles.evidence), texts.evidence)
  await writeOutput(join(folder, recordingFiles.exchanges), texts.exchanges)
}

export async function readRecording(folder: string): Promise<RecordedTexts> {
  return {
    evidence: await readText(join(folder, recordingFiles.evidence)),
    exchanges: await readText(join(folder, recordingFiles.exchanges)),
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'that is not allowed',
  EPERM: 'that is not allowed',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'it is a file',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
  return reasons[code] ?? code
}
