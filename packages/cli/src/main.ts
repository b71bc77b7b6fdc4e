/**
 * The command line: `connectory check URL`. Reads arguments, hands them to one verb each, and turns what comes back
 * into an exit code: 0 ready, 1 blocked, 2 wrong usage, 3 could not be evaluated.
 */
import { Command, CommanderError, Option } from 'commander'
import { defaultPolicy, InvalidTarget, policies } from '@connectory/checker'
import { checkCommand, type CheckFlags } from './check.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

const usage = 2

/** @returns the exit code of the process. */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0
  const program = new Command('connectory')
    .description('Check an MCP server before you submit it. The verdict equals the directory’s.')
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
  program
    .command('check')
    .description('Look at a server from outside, without credentials and without calling its tools.')
    .argument('<url>', 'the MCP endpoint, such as https://mcp.example.com/mcp')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--policy <policy>', 'the policy to judge by')
        .choices([...policies.keys()])
        .default(defaultPolicy.id),
    )
    .option('--allow-loopback', 'allow a server on this machine, over plain http', false)
    .addHelpText('after', '\nExit codes: 0 ready, 1 blocked, 2 wrong usage, 3 could not be evaluated.')
    .action(async (url: string, flags: CheckFlags) => {
      code = await checkCommand(url, flags)
    })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return said(error)
  }
}

function said(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage
  if (error instanceof UsageError || error instanceof InvalidTarget) {
    process.stderr.write(`${error.message}\n`)
    return usage
  }
  throw error
}

process.exitCode = await main(process.argv.slice(2))
