import { createServer, type Server } from 'node:http'
import { serveMcp } from './serve-mcp.ts'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'

/**
 * A demo server as many are submitted: it works, but most of its tools do not say whether they change anything.
 * One tool is in order, so that the report can be seen to name exactly the others.
 */
export function createSloppyServer(): Server {
  const mcp = createMcpHandler(createTodoList)
  return createServer((request, response) => {
    if (request.url?.split('?')[0] === '/mcp') void serveMcp(mcp, request, response)
    else response.writeHead(404).end()
  })
}

function createTodoList(): McpServer {
  const server = new McpServer({ name: 'todo-list', version: '0.3.0' })
  const done = { content: [{ type: 'text' as const, text: 'Done.' }] }
  server.registerTool(
    'list_todos',
    {
      title: 'List to-dos',
      description: 'Lists the open to-dos of a list, oldest first.',
      inputSchema: z.object({ list: z.string().describe('Name of the list') }),
      annotations: { title: 'List to-dos', readOnlyHint: true },
    },
    () => done,
  )
  server.registerTool(
    'add_todo',
    {
      title: 'Add a to-do',
      description: 'Adds a to-do at the end of a list.',
      inputSchema: z.object({ list: z.string(), text: z.string() }),
    },
    () => done,
  )
  server.registerTool(
    'delete_all',
    { description: 'Deletes.', inputSchema: z.object({ list: z.string() }) },
    () => done,
  )
  return server
}
