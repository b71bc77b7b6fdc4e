import { createRequestStateCodec, McpServer, type ServerEvent } from '@modelcontextprotocol/server'
import { addAskingTools, addLiveTools, addStateTools, type Round } from './asking-tools.ts'
import { addContentTools, addSchemaTools } from './content-tools.ts'
import { addPrompts, addResources } from './resources-and-prompts.ts'
import { addTool, says } from './add-tool.ts'

const codec = createRequestStateCodec<Round>({ key: 'only-for-rounds-of-the-conformance-fixture' })

/**
 * A server with what the conformance suite calls: written from the descriptions of its scenarios, on the official SDK.
 * @param publish tells the open subscriptions what has changed
 */
export function createFixtureServer(publish: (event: ServerEvent) => void): McpServer {
  const server = new McpServer(
    { name: 'conformance-fixture', version: '1.0.0' },
    {
      capabilities: {
        tools: { listChanged: true },
        prompts: { listChanged: true },
        resources: { subscribe: true, listChanged: true },
        completions: {},
        logging: {},
      },
      cacheHints: { 'tools/list': { ttlMs: 1000, cacheScope: 'public' } },
      requestState: { verify: async (state, context) => await codec.verify(state, context) },
    },
  )
  addContentTools(server)
  addSchemaTools(server)
  addAskingTools(server)
  addStateTools(server, codec)
  addLiveTools(server)
  addResources(server)
  addPrompts(server)
  for (const kind of ['tool', 'prompt'] as const) {
    addTool(server, `test_trigger_${kind}_change`, `Says that the ${kind}s have changed.`, () => {
      publish({ kind: `${kind}s_list_changed` })
      return says('Said.')
    })
  }
  addTool(server, 'test_trigger_resource_update', 'Says that a resource has changed.', () => {
    publish({ kind: 'resource_updated', uri: 'test://watched-resource' })
    publish({ kind: 'resource_updated', uri: 'test://static-text' })
    return says('Said.')
  })
  server.server.setRequestHandler('resources/subscribe', () => ({}))
  server.server.setRequestHandler('resources/unsubscribe', () => ({}))
  return server
}
