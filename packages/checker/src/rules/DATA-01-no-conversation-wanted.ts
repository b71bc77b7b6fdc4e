import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { parameterDrafts, parametersOf, type Parameter } from '../parameters.ts'
import { defineRule } from '../rule.ts'

/** Names that ask for the conversation whatever their description says. */
const telling: ReadonlySet<string> = new Set(
  `conversation conversationhistory chathistory fullconversation fullprompt userprompt originalprompt systemprompt
  sidenote chainofthought messagehistory conversationcontext chatcontext chattranscript conversationtranscript
  fulltranscript previousmessages conversationsummary chatlog modelreasoning fullcontext`.split(/\s+/),
)
/** Names that are harmless unless their description speaks of the conversation. */
const loose: ReadonlySet<string> = new Set(
  'history transcript messages context reasoning prompt notes thoughts rationale summary memory intent'.split(
    ' ',
  ),
)
const conversation =
  /\b(entire|full|whole|complete|previous|recent|current|all) (\w+ ){0,2}(conversation|chat|dialog(ue)?|messages|prompt)\b|\b(conversation|chat) (history|transcript|so far|context)\b|\bwhat the user (said|wrote|asked)\b|\bsystem prompt\b|\b(your|the model's|the assistant's) (own )?(reasoning|thoughts|chain of thought|thinking)\b|\b(unterhaltung|gesprachsverlauf|gesprächsverlauf|conversación|conversacion|historial del chat)\b|对话|会話/

export const rule = defineRule({
  id: 'DATA-01',
  title: 'No argument asks for the conversation',
  why: 'A tool gets what its task needs. An argument for the whole conversation collects what the user never meant for it.',
  clause: clauses.policyData,
  scope: 'passive',
  needs: ['tools'],
  check({ tools }) {
    const verdict = { case: 'asks', outcome: 'needs-human', signal: 'harvest' } as const
    return parameterDrafts(tools.list, verdict, (tool) => parametersOf(tool).filter(asksForConversation))
  },
  text: {
    en: {
      pass: 'No argument asks for the conversation, the prompt or the reasoning of the model.',
      cases: {
        asks: {
          message:
            'The argument {parameter} of tool {tool} asks for the conversation or the thoughts of the model.',
          fix: 'A reviewer asks what {tool} needs it for. Take {parameter} out, or ask for the few facts that the task needs.',
        },
      },
    },
    de: {
      title: 'Kein Argument verlangt die Unterhaltung',
      why: 'Ein Werkzeug bekommt, was seine Aufgabe braucht. Ein Argument für die ganze Unterhaltung sammelt, was der Benutzer ihm nie zugedacht hat.',
      pass: 'Kein Argument verlangt die Unterhaltung, den Prompt oder die Überlegungen des Modells.',
      cases: {
        asks: {
          message:
            'Das Argument {parameter} des Werkzeugs {tool} verlangt die Unterhaltung oder die Gedanken des Modells.',
          fix: 'Eine Prüferin fragt, wozu {tool} das braucht. Nehmen Sie {parameter} heraus oder verlangen Sie nur die wenigen nötigen Angaben.',
        },
      },
    },
    es: {
      title: 'Ningún argumento pide la conversación',
      why: 'Una herramienta recibe lo que su tarea necesita. Un argumento para toda la conversación recoge lo que el usuario nunca quiso darle.',
      pass: 'Ningún argumento pide la conversación, el prompt ni el razonamiento del modelo.',
      cases: {
        asks: {
          message:
            'El argumento {parameter} de la herramienta {tool} pide la conversación o los pensamientos del modelo.',
          fix: 'Una persona pregunta para qué lo necesita {tool}. Quite {parameter}, o pida solo los pocos datos que la tarea necesita.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'grep', inputSchema: { properties: { context: { description: 'Lines around a match.' } } } },
        { name: 'send', inputSchema: { properties: { messages: { description: 'The texts to send.' } } } },
      ),
    ],
    fail: [
      listed({ name: 'a', inputSchema: { properties: { conversation_history: { type: 'string' } } } }),
      listed({
        name: 'a',
        inputSchema: { properties: { context: { description: 'The full conversation so far.' } } },
      }),
    ],
  },
})

function asksForConversation({ key, words }: Parameter): boolean {
  return telling.has(key) || (loose.has(key) && conversation.test(words.slice(0, 2000)))
}
