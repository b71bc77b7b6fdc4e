/**
 * The command line: `connectory check URL`, `explain` and `schema`. Reads arguments, hands them to one verb each, and turns what comes back
 * into an exit code: 0 ready, 1 blocked, 2 wrong usage, 3 could not be evaluated.
 */
import { Argument, Command, CommanderError, Option } from 'commander'
import {
  defaultPolicy,
  InvalidInput,
  InvalidTarget,
  listingJsonSchema,
  reportJsonSchema,
} from '@connectory/checker'
import { checkCommand, formatNames, type CheckFlags } from './check.ts'
import { checklistCommand } from './checklist.ts'
import { explainCommand } from './explain.ts'
import { keyCommand, type KeyFlags } from './key.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

const usage = 2
const policyWords = `the policy to judge by, with or without its date (default: "${defaultPolicy.id}")`

/** Does what the arguments say. @returns the exit code of the process */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0
  const program = new Command('connectory')
    .description('Check an MCP server before you submit it. The verdict equals the directory’s.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .configureHelp({ showGlobalOptions: true })
  checkOptions(program.command('check')).action(async (url: string | undefined, flags: CheckFlags) => {
    code = await checkCommand(url, flags, terminal)
  })
  program
    .command('explain')
    .description('Say what a rule demands, why, and how to keep it; without an id, list all rules.')
    .argument('[rule]', 'the id of a rule, such as TOOL-01')
    .action((rule: string | undefined) => {
      code = explainCommand(rule, terminal)
    })
  program
    .command('checklist')
    .description('Print what to look at before a submission, as Markdown with boxes to tick.')
    .addArgument(
      new Argument('[subject]', 'what is submitted').choices(['remote', 'bundle']).default('remote'),
    )
    .option('--policy <policy>', policyWords)
    .action((subject: 'remote' | 'bundle', { policy }: { policy?: string }) => {
      code = checklistCommand(subject, policy, terminal)
    })
  program
    .command('key')
    .description('Make a key that signs reports, or print the public part of one for a directory.')
    .option('--output <file>', 'write a new private key into this file')
    .option('--show <file>', 'print the public part of the private key in this file')
    .action(async (flags: KeyFlags) => {
      code = await keyCommand(flags, terminal)
    })
  program
    .command('schema')
    .description('Print the JSON Schema of the report in the format json, or of a listing file.')
    .addArgument(new Argument('[what]', 'which schema').choices(['report', 'listing']).default('report'))
    .action((what: 'report' | 'listing') => {
      const schema = what === 'report' ? reportJsonSchema() : listingJsonSchema()
      terminal.stdout.write(`${JSON.stringify(schema, null, 2)}\n`)
    })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return said(error, terminal)
  }
}

function checkOptions(command: Command): Command {
  return command
    .description(
      'Look at a server from outside. Without options no credentials are sent and no tool is called.',
    )
    .argument('[url]', 'the MCP endpoint, such as https://mcp.example.com/mcp')
    .addOption(new Option('--format <format>', 'what to print').choices(formatNames).default('text'))
    .option('--output <file>', 'write the report into a file instead of printing it')
    .option('--policy <policy>', policyWords)
    .option('--only <rules>', 'judge these rules alone: ids and groups, such as TOOL-01,NET-*')
    .option('--baseline <file>', 'leave failures out of the verdict that this JSON report has too')
    .option('--tools <file>', 'judge a recorded tools/list without any network; "-" reads stdin')
    .option('--listing <file>', 'also judge the answers to a submission form, from YAML or JSON')
    .option('--record <folder>', 'store the evidence, secrets masked')
    .option('--replay <folder>', 'judge stored evidence again, without any network')
    .option('--sign <file>', 'also write the report into a file, signed with --key, for a directory')
    .option('--key <file>', 'the key that signs; "connectory key" makes one')
    .option('--fix', 'print the changes that mend annotations (TOOL-01 to TOOL-04) instead of the report')
    .addOption(
      new Option(
        '--call <tools>',
        'call tools: those with readOnlyHint: true, or all of a test account',
      ).choices(['read-only', 'all']),
    )
    .option('--test-account', 'for --call all: I use a test account, and its data may change')
    .option('--inputs <file>', 'what to call tools with, as YAML or JSON (see the README)')
    .option('--timeout <seconds>', 'for one call (default: 300)')
    .option('--burst', 'with --call: also send up to 50 requests in 5 seconds, to see a limit (LIM-05)')
    .option('--login', 'log in with a browser and check what only a login shows')
    .option('--login-twice', 'like --login, with a second login that shows whether a code needs its verifier')
    .option('--no-browser', 'with --login: print the address and open no window')
    .option('--client-id <id>', 'with --login: a client that is registered already')
    .option('--client-secret-env <name>', 'with --client-id: the environment variable that holds its secret')
    .option(
      '--login-port <port>',
      'with --login: the port of 127.0.0.1 to come back to (default: any free one)',
    )
    .option('--login-wait <seconds>', 'with --login: how long to wait for you (default: 300)')
    .option(
      '--callback <url>',
      'the redirect address of a directory: registers clients for it, to see which redirects are taken',
    )
    .option('--token-env <name>', 'the environment variable that holds a token of a test account')
    .addOption(new Option('--token <token>').hideHelp())
    .addOption(
      new Option(
        '--header <header>',
        "send a header, 'Name: ${VARIABLE}' or 'Name: @FILE'; may be repeated",
      ).argParser<readonly string[] | undefined>((one, before) => [...(before ?? []), one]),
    )
    .option(
      '--time-limit <seconds>',
      'end the whole check by then; the rest could not be looked at (default: 60)',
    )
    .option('--directory <url>', 'also ask this directory whether it reaches the server (address filters)')
    .option(
      '--directory-token-env <name>',
      'the variable with the token for that directory (default: CONNECTORY_DIRECTORY_TOKEN)',
    )
    .option('--allow-loopback', 'allow a server on this machine, over plain http', false)
    .addHelpText('after', '\nExit codes: 0 ready, 1 blocked, 2 wrong usage, 3 could not be evaluated.')
}

function said(error: unknown, { stderr }: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage
  if (error instanceof UsageError || error instanceof InvalidTarget || error instanceof InvalidInput) {
    stderr.write(`${error.message}\n`)
    return usage
  }
  throw error
}
