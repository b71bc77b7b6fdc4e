// What the suite starts as the client of a scenario: hands it to the driver in the process of the command, and waits.
const [driver, url] = process.argv.slice(2)
const {
  MCP_CONFORMANCE_SCENARIO: scenario,
  MCP_CONFORMANCE_CONTEXT: context,
  MCP_CONFORMANCE_PROTOCOL_VERSION: revision,
} = process.env
const body = JSON.stringify({ url, scenario, revision, context: JSON.parse(context ?? '{}') })
const answer = await fetch(driver, { method: 'POST', body })
process.stdout.write(await answer.text())
process.exitCode = answer.ok ? 0 : 1
