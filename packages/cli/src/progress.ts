import { Listr, ListrLogger, ProcessOutput } from 'listr2'
import type { Step } from '@connectory/checker'

export interface Progress {
  step(step: Step): void
  end(): Promise<void>
}

/** What is being looked at right now, on a terminal; nothing elsewhere. */
export function showProgress(target: string, stream: NodeJS.WriteStream): Progress {
  if (stream.isTTY !== true) return { step() {}, end: async () => {} }
  let show: (step: Step) => void = () => {}
  let finish: () => void = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const run = new Listr(
    [
      {
        title: `Checking ${target}`,
        task: async (_context, task) => {
          show = (step) => {
            task.output = step.summary
          }
          await finished
        },
      },
    ],
    {
      rendererOptions: {
        clearOutput: true,
        logger: new ListrLogger({ processOutput: new ProcessOutput(stream, stream) }),
      },
    },
  ).run()
  return {
    step: (step) => show(step),
    async end() {
      finish()
      await run
    },
  }
}
