/** Where the command runs: its streams, its environment and the wish to stop it. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Calls the listener at the next Ctrl-C, which then does not end the process. @returns what takes it back */
  onInterrupt(listener: () => void): () => void
}

/** A stream of text, perhaps on a screen. */
export type Output = NodeJS.WritableStream & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>>

/** The streams and the environment of this process. */
export const ownTerminal: Terminal = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  onInterrupt(listener) {
    process.once('SIGINT', listener)
    return () => process.off('SIGINT', listener)
  },
}
