import type { McpServer, ServerContext } from '@modelcontextprotocol/server'
import { fromJsonSchema } from '@modelcontextprotocol/server'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { addTool, says } from './add-tool.ts'
import { pixel, silence } from './media.ts'

/** Tools that answer by themselves, one for each kind of content and of message on the way to it. */
export function addContentTools(server: McpServer): void {
  addTool(server, 'test_simple_text', 'Answers with one text.', () =>
    says('This is a simple text response for testing.'),
  )
  addTool(server, 'test_image_content', 'Answers with an image of one pixel.', () => ({
    content: [{ type: 'image', ...pixel }],
  }))
  addTool(server, 'test_audio_content', 'Answers with a sound that has no samples.', () => ({
    content: [{ type: 'audio', ...silence }],
  }))
  addTool(server, 'test_embedded_resource', 'Answers with a resource inside the result.', () => ({
    content: [
      {
        type: 'resource',
        resource: {
          uri: 'test://embedded-resource',
          mimeType: 'text/plain',
          text: 'This is an embedded resource content.',
        },
      },
    ],
  }))
  addTool(server, 'test_multiple_content_types', 'Answers with a text, an image and a resource.', () => ({
    content: [
      { type: 'text', text: 'Multiple content types test:' },
      { type: 'image', ...pixel },
      {
        type: 'resource',
        resource: {
          uri: 'test://mixed-content-resource',
          mimeType: 'application/json',
          text: JSON.stringify({ test: 'data', value: 123 }),
        },
      },
    ],
  }))
  addTool(server, 'test_error_handling', 'Fails, always.', () => {
    throw new Error('This tool intentionally returns an error for testing')
  })
  addTool(
    server,
    'test_tool_with_progress',
    'Reports progress on the way to its answer.',
    async (context) => {
      for (const progress of [0, 50, 100]) {
        await report(context, progress)
        if (progress < 100) await pause(50)
      }
      return says('Progress was reported.')
    },
  )
  addTool(server, 'test_tool_with_logging', 'Logs on the way to its answer.', async (context) => {
    const lines = ['Tool execution started', 'Tool processing data', 'Tool execution completed']
    for (const [n, line] of lines.entries()) {
      if (n > 0) await pause(50)
      await context.mcpReq.log('info', line)
    }
    return says('Three lines were logged.')
  })
  addTool(
    server,
    'test_logging_tool',
    'Logs one line, which only who asked for it may get.',
    async (context) => {
      await context.mcpReq.log('info', 'Asked for')
      return says('One line was logged.')
    },
  )
}

async function report({ mcpReq }: ServerContext, progress: number): Promise<void> {
  const progressToken = mcpReq._meta?.progressToken
  if (progressToken === undefined) return
  await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } })
}

/** Tools whose schemas a server between may not touch. */
export function addSchemaTools(server: McpServer): void {
  server.registerTool(
    'json_schema_2020_12_tool',
    {
      title: 'Schema of 2020-12',
      description: 'Takes arguments whose schema uses the whole of JSON Schema 2020-12.',
      inputSchema: fromJsonSchema({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        $defs: {
          address: {
            $anchor: 'addressDef',
            type: 'object',
            properties: { street: { type: 'string' }, city: { type: 'string' } },
          },
        },
        properties: {
          name: { type: 'string' },
          address: { $ref: '#/$defs/address' },
          contactMethod: { type: 'string', enum: ['phone', 'email'] },
          phone: { type: 'string' },
          email: { type: 'string' },
        },
        allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
        if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
        // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
        then: { required: ['phone'] },
        else: { required: ['email'] },
        additionalProperties: false,
      }),
      annotations: { title: 'Schema of 2020-12', readOnlyHint: true, destructiveHint: false },
    },
    () => says('Valid.'),
  )
  server.registerTool(
    'test_x_mcp_header',
    {
      title: 'Parameter in a header',
      description: 'Takes a region that clients repeat in a header.',
      inputSchema: z.object({ region: z.string().meta({ 'x-mcp-header': 'Region' }) }),
      annotations: { title: 'Parameter in a header', readOnlyHint: true, destructiveHint: false },
    },
    ({ region }) => says(`Region: ${region}`),
  )
}
