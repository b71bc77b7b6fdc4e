/** Also known as AUT-RESOURCE, and the live half of AUT-PASSTHROUGH. */
import { clauses } from '../clauses.ts'
import { namesServer } from '../evidence/audience.ts'
import type { AudienceFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-17',
  title: 'Tokens are for this server and no other',
  why: 'A token that works at several servers lets each of them act as the person at all others.',
  clause: clauses.rfc8707,
  scope: 'login',
  needs: ['audience'],
  *check({ audience: { resource, refusedAt, audience, foreign } }) {
    if (refusedAt) {
      const { endpoint: at, error } = refusedAt
      yield { case: 'resource-refused', at, params: { error, resource } }
      return
    }
    if (audience && !namesServer(audience, resource)) {
      yield { case: 'other-audience', params: { audience: [...audience], resource } }
    }
    if (foreign?.accepted) {
      const other = foreign.audience !== undefined && !namesServer(foreign.audience, resource)
      const name = other ? 'foreign-accepted' : 'resource-ignored'
      yield { case: name, params: { resource: foreign.resource } }
    }
    const shown = foreign && (!foreign.issued || foreign.accepted !== undefined)
    if (!shown && audience === undefined) yield { outcome: 'could-not-look', because: 'no-second-token' }
  },
  text: {
    en: {
      pass: 'The parameter resource is taken at both endpoints, and no token for another server works here.',
      cases: {
        'resource-refused': {
          message: 'The parameter resource={resource} is refused with the error "{error}".',
          fix: 'Accept the address of the server, as its metadata states it, as resource at both endpoints; every client sends it.',
        },
        'other-audience': {
          message: 'The access token is for {audience}, not for {resource}.',
          fix: 'Put the requested resource into the claim aud, and let the server take no other.',
        },
        'foreign-accepted': {
          message: 'The server takes a token that was issued for {resource}.',
          fix: 'Compare aud (or what introspection says) with the address of the server, and answer 401 otherwise.',
        },
        'resource-ignored': {
          message:
            'A token that was asked for {resource} works here: the parameter resource changes nothing.',
          fix: 'Refuse an unknown resource with invalid_target, and bind each token to the resource it was asked for.',
        },
      },
    },
    de: {
      title: 'Token gelten für diesen Server und keinen anderen',
      why: 'Ein Token, das bei mehreren Servern gilt, lässt jeden von ihnen bei allen anderen im Namen der Person handeln.',
      pass: 'Der Parameter resource wird an beiden Endpunkten angenommen, und kein Token für einen anderen Server gilt hier.',
      cases: {
        'resource-refused': {
          message: 'Der Parameter resource={resource} wird mit dem Fehler „{error}“ abgelehnt.',
          fix: 'Nehmen Sie die Adresse des Servers, wie sie in seinen Metadaten steht, an beiden Endpunkten als resource an; jeder Client schickt sie.',
        },
        'other-audience': {
          message: 'Das Zugriffstoken gilt für {audience}, nicht für {resource}.',
          fix: 'Schreiben Sie die verlangte resource in den Claim aud, und lassen Sie den Server kein anderes annehmen.',
        },
        'foreign-accepted': {
          message: 'Der Server nimmt ein Token an, das für {resource} ausgestellt ist.',
          fix: 'Vergleichen Sie aud (oder die Auskunft der Introspection) mit der Adresse des Servers und antworten Sie sonst mit 401.',
        },
        'resource-ignored': {
          message:
            'Ein Token, das für {resource} verlangt wurde, gilt hier: Der Parameter resource ändert nichts.',
          fix: 'Lehnen Sie eine unbekannte resource mit invalid_target ab und binden Sie jedes Token an die verlangte.',
        },
      },
    },
    es: {
      title: 'Los tokens valen para este servidor y ningún otro',
      why: 'Un token que vale en varios servidores permite a cada uno actuar en nombre de la persona en todos los demás.',
      pass: 'El parámetro resource se acepta en ambos puntos, y ningún token para otro servidor vale aquí.',
      cases: {
        'resource-refused': {
          message: 'El parámetro resource={resource} se rechaza con el error «{error}».',
          fix: 'Acepte como resource, en ambos puntos, la dirección del servidor tal como figura en sus metadatos; todo cliente la envía.',
        },
        'other-audience': {
          message: 'El token de acceso es para {audience}, no para {resource}.',
          fix: 'Ponga el resource pedido en aud, y que el servidor no acepte ningún otro.',
        },
        'foreign-accepted': {
          message: 'El servidor acepta un token emitido para {resource}.',
          fix: 'Compare aud (o lo que diga la introspección) con la dirección del servidor y, si difiere, responda 401.',
        },
        'resource-ignored': {
          message: 'Un token pedido para {resource} vale aquí: el parámetro resource no cambia nada.',
          fix: 'Rechace un resource desconocido con invalid_target y ate cada token al resource pedido.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({ audience: ['https://mcp.example/mcp'] }),
      example({ foreign: { resource: 'https://another-server.example/mcp', issued: false } }),
      example({ foreign: { resource: 'https://another-server.example/mcp', issued: true, accepted: false } }),
    ],
    fail: [
      example({ refusedAt: { endpoint: 'https://as.example/token', error: 'invalid_target' } }),
      example({ audience: ['https://api.example'] }),
      example({
        audience: ['https://mcp.example/mcp'],
        foreign: {
          resource: 'https://another-server.example/mcp',
          issued: true,
          audience: ['https://another-server.example/mcp'],
          accepted: true,
        },
      }),
      example({ foreign: { resource: 'https://another-server.example/mcp', issued: true, accepted: true } }),
    ],
  },
})

function example(more: Partial<AudienceFacts>): { audience: AudienceFacts } {
  return { audience: { resource: 'https://mcp.example/mcp', ...more } }
}
