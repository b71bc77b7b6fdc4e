import {
  acceptedContent,
  completable,
  inputRequired,
  ResourceTemplate,
  type GetPromptResult,
  type McpServer,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import { pixel } from './media.ts'

export function addResources(server: McpServer): void {
  const plain = { mimeType: 'text/plain' }
  server.registerResource(
    'Static text',
    'test://static-text',
    { description: 'A text that never changes.', ...plain },
    ({ href: uri }) => ({
      contents: [{ uri, ...plain, text: 'This is the content of the static text resource.' }],
    }),
  )
  server.registerResource(
    'Static binary',
    'test://static-binary',
    { description: 'An image that never changes.', mimeType: pixel.mimeType },
    ({ href: uri }) => ({ contents: [{ uri, mimeType: pixel.mimeType, blob: pixel.data }] }),
  )
  server.registerResource(
    'Watched',
    'test://watched-resource',
    { description: 'One that can be subscribed to.', ...plain },
    ({ href: uri }) => ({ contents: [{ uri, ...plain, text: 'Watched.' }] }),
  )
  server.registerResource(
    'Template',
    new ResourceTemplate('test://template/{id}/data', { list: undefined }),
    { description: 'One for each id.', mimeType: 'application/json' },
    ({ href: uri }, { id }) => ({
      contents: [
        {
          uri,
          mimeType: 'application/json',
          text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${String(id)}` }),
        },
      ],
    }),
  )
}

export function addPrompts(server: McpServer): void {
  server.registerPrompt('test_simple_prompt', { description: 'One sentence.' }, () =>
    asks({ type: 'text', text: 'This is a simple prompt for testing.' }),
  )
  const places = ['paris', 'park', 'party']
  const word = completable(z.string().describe('A word'), (begun) =>
    places.filter((place) => place.startsWith(begun)),
  )
  server.registerPrompt(
    'test_prompt_with_arguments',
    {
      description: 'A sentence with two words in it.',
      argsSchema: z.object({ arg1: word, arg2: z.string().describe('Another word') }),
    },
    ({ arg1, arg2 }) => asks({ type: 'text', text: `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'` }),
  )
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    {
      description: 'A resource and what to do with it.',
      argsSchema: z.object({ resourceUri: z.string().describe('Which resource') }),
    },
    ({ resourceUri: uri }) =>
      asks(
        {
          type: 'resource',
          resource: { uri, mimeType: 'text/plain', text: 'Embedded resource content for testing.' },
        },
        { type: 'text', text: 'Please process the embedded resource above.' },
      ),
  )
  server.registerPrompt('test_prompt_with_image', { description: 'An image and what to do with it.' }, () =>
    asks({ type: 'image', ...pixel }, { type: 'text', text: 'Please analyze the image above.' }),
  )
  server.registerPrompt(
    'test_input_required_result_prompt',
    { description: 'Asks for a context first.' },
    ({ mcpReq }) => {
      const given = acceptedContent(mcpReq.inputResponses, 'user_context')?.['context']
      if (typeof given === 'string') return asks({ type: 'text', text: `Context: ${given}` })
      return inputRequired({ inputRequests: { user_context: askContext } })
    },
  )
}

const askContext = inputRequired.elicit({
  message: 'What context should the prompt use?',
  requestedSchema: { type: 'object', properties: { context: { type: 'string' } }, required: ['context'] },
})

function asks(...contents: GetPromptResult['messages'][number]['content'][]): GetPromptResult {
  return { messages: contents.map((content) => ({ role: 'user', content })) }
}
