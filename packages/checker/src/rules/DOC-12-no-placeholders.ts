import { clauses } from '../clauses.ts'
import type { ListingTextFacts } from '../evidence/form-facts.ts'
import { defineRule } from '../rule.ts'

/** Hosts that answer although nobody's page is there. Reserved endings that never answer are seen by other rules. */
const hosts =
  /(^|[/@.])(example\.(com|net|org)|(your|my)-?(domain|company|site|server|org|app|host)(-?here)?\.\w+|domain\.(tld|com)|changeme\.\w+)([/:?#]|$)/i
const words =
  /\blorem ipsum\b|\bTO[D]O:|^\s*(TO[D]O|TBD|FIX[M]E|N\/A|xxx+|test|asdf\w*)\.?\s*$|\[(your|insert|add|name of|company)\b[^\]]{0,60}\]|<(your|insert|company)\b[^>]{0,60}>|\b(your[-_]?username|placeholder text)\b|\{\{[^}]{0,60}\}\}/i

/** Also known as: placeholders in listings. */
export const rule = defineRule({
  id: 'DOC-12',
  title: 'The listing holds no placeholders',
  why: 'A sample address answers and a sample text reads well, and neither tells users anything.',
  clause: clauses.reviewCriteria,
  scope: 'passive',
  needs: ['listingText'],
  *check({ listingText: { texts, addresses } }) {
    for (const { field, text } of texts) {
      const found = words.exec(text.slice(0, 20_000))?.[0]
      if (found !== undefined) yield { case: 'text', at: field, params: { field, words: found.trim() } }
    }
    for (const { field, url } of addresses) {
      if (hosts.test(url)) yield { case: 'address', at: field, params: { field, url } }
    }
  },
  text: {
    en: {
      pass: 'No text or address of the listing is a placeholder.',
      cases: {
        text: {
          message: 'The field {field} holds a placeholder: {words}',
          fix: 'Write the real text into {field}.',
        },
        address: {
          message: 'The field {field} holds a sample address: {url}',
          fix: 'Name your own address in {field}.',
        },
      },
    },
    de: {
      title: 'Der Eintrag enthält keine Platzhalter',
      why: 'Eine Beispieladresse antwortet und ein Beispieltext liest sich gut, und beide sagen Benutzern nichts.',
      pass: 'Kein Text und keine Adresse des Eintrags ist ein Platzhalter.',
      cases: {
        text: {
          message: 'Das Feld {field} enthält einen Platzhalter: {words}',
          fix: 'Schreiben Sie den wirklichen Text in {field}.',
        },
        address: {
          message: 'Das Feld {field} enthält eine Beispieladresse: {url}',
          fix: 'Nennen Sie in {field} Ihre eigene Adresse.',
        },
      },
    },
    es: {
      title: 'La ficha no contiene textos de relleno',
      why: 'Una dirección de muestra responde y un texto de muestra se lee bien, y ninguno dice nada a los usuarios.',
      pass: 'Ningún texto ni dirección de la ficha es de relleno.',
      cases: {
        text: {
          message: 'El campo {field} contiene un relleno: {words}',
          fix: 'Escriba el texto verdadero en {field}.',
        },
        address: {
          message: 'El campo {field} contiene una dirección de muestra: {url}',
          fix: 'Nombre en {field} su propia dirección.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({
        texts: [{ field: 'name', text: 'Todo lists' }],
        addresses: [{ field: 'websiteUrl', url: 'https://publisher.example/for-example.com' }],
      }),
    ],
    fail: [
      example({ texts: [{ field: 'description', text: 'Lorem ipsum dolor.' }], addresses: [] }),
      example({ texts: [], addresses: [{ field: 'support', url: 'help@example.com' }] }),
    ],
  },
})

function example(listingText: ListingTextFacts) {
  return { listingText }
}
