import { WriteStream } from 'node:tty'
import { Listr, ListrLogger, ProcessOutput } from 'listr2'
import type { Step } from '@connectory/checker'
import type { Output } from './terminal.ts'

export interface Progress {
  step(step: Step): void
  /** Takes the line away, so that something else can be printed; the next step brings it back. */
  pause(): Promise<void>
  end(): Promise<void>
}

/** What is being looked at right now, on a terminal; nothing elsewhere. */
export function showProgress(target: string, output: Output): Progress {
  const nothing = async (): Promise<void> => {}
  if (!(output instanceof WriteStream)) return { step() {}, pause: nothing, end: nothing }
  let line: Line | undefined
  const pause = async (): Promise<void> => {
    const ending = line?.end()
    line = undefined
    await ending
  }
  return {
    step(step) {
      line ??= startLine(target, output)
      line.show(step)
    },
    pause,
    end: pause,
  }
}

interface Line {
  show(step: Step): void
  end(): Promise<void>
}

function startLine(target: string, stream: WriteStream): Line {
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
    show: (step) => show(step),
    async end() {
      finish()
      await run
    },
  }
}
