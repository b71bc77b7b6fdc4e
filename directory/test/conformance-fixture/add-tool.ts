import type {
  CallToolResult,
  InputRequiredResult,
  McpServer,
  ServerContext,
} from '@modelcontextprotocol/server'

type Answer = CallToolResult | InputRequiredResult

/** A tool without arguments that changes nothing. */
export function addTool(
  server: McpServer,
  name: string,
  description: string,
  run: (context: ServerContext) => Answer | Promise<Answer>,
): void {
  const title = description.replace(/\.$/, '')
  const annotations = { title, readOnlyHint: true, destructiveHint: false, openWorldHint: false }
  server.registerTool(name, { title, description, annotations }, (context) => run(context))
}

export function says(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] }
}
