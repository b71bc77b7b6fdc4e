import { clauses } from '../clauses.ts'
import { isObject, objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-11',
  title: 'Tool names are unique and portable',
  why: 'Of two tools with one name only one can be called, and unusual characters are refused by some clients.',
  clause: clauses.mcpTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const seen = new Set<string>()
    for (const { raw, index, page } of tools.list) {
      if (isObject(raw) && typeof raw['name'] === 'string' && raw['name'] !== '') continue
      yield { case: 'no-name', at: `tools/#${index}`, page, params: { index }, excerpt: raw }
    }
    for (const { name, at, page, raw } of objectTools(tools.list)) {
      if (raw['name'] !== name) continue
      if (seen.has(name)) yield { case: 'duplicate', at, page, params: { tool: name }, excerpt: name }
      seen.add(name)
      if (/[^A-Za-z0-9_-]/.test(name)) {
        yield { case: 'characters', at, page, params: { tool: name }, excerpt: name }
      }
    }
  },
  text: {
    en: {
      pass: 'Tool names are unique and use only letters, digits, "_" and "-".',
      cases: {
        'no-name': {
          message: 'Entry {index} of tools/list has no name, so nobody can call it.',
          fix: 'Give entry {index} a name, or take it out of the list.',
        },
        duplicate: {
          message: 'The name {tool} appears more than once.',
          fix: 'Rename one of the tools called {tool}.',
        },
        characters: {
          message: 'The name {tool} contains characters other than letters, digits, "_" and "-".',
          fix: 'Rename {tool} with letters, digits, "_" and "-" only.',
        },
      },
    },
    de: {
      title: 'Werkzeugnamen sind eindeutig und überall brauchbar',
      why: 'Von zwei Werkzeugen mit einem Namen ist nur eines aufrufbar, und manche Clients lehnen ungewöhnliche Zeichen ab.',
      pass: 'Werkzeugnamen sind eindeutig und nutzen nur Buchstaben, Ziffern, "_" und "-".',
      cases: {
        'no-name': {
          message: 'Eintrag {index} von tools/list hat keinen Namen, also kann ihn niemand aufrufen.',
          fix: 'Geben Sie Eintrag {index} einen Namen, oder nehmen Sie ihn aus der Liste.',
        },
        duplicate: {
          message: 'Der Name {tool} kommt mehr als einmal vor.',
          fix: 'Benennen Sie eines der Werkzeuge namens {tool} um.',
        },
        characters: {
          message: 'Der Name {tool} enthält andere Zeichen als Buchstaben, Ziffern, "_" und "-".',
          fix: 'Benennen Sie {tool} um, nur mit Buchstaben, Ziffern, "_" und "-".',
        },
      },
    },
    es: {
      title: 'Los nombres de herramientas son únicos y portables',
      why: 'De dos herramientas con el mismo nombre solo se puede llamar a una, y algunos clientes rechazan caracteres poco comunes.',
      pass: 'Los nombres de herramientas son únicos y usan solo letras, cifras, "_" y "-".',
      cases: {
        'no-name': {
          message: 'La entrada {index} de tools/list no tiene nombre, así que nadie puede llamarla.',
          fix: 'Dé un nombre a la entrada {index}, o quítela de la lista.',
        },
        duplicate: {
          message: 'El nombre {tool} aparece más de una vez.',
          fix: 'Cambie el nombre de una de las herramientas llamadas {tool}.',
        },
        characters: {
          message: 'El nombre {tool} contiene caracteres que no son letras, cifras, "_" ni "-".',
          fix: 'Cambie el nombre de {tool} usando solo letras, cifras, "_" y "-".',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        tools: {
          list: [
            { page: 1, index: 1, raw: { name: 'list-things' } },
            { page: 1, index: 2, raw: { name: 'get_thing' } },
          ],
        },
      },
    ],
    fail: [
      {
        tools: {
          list: [
            { page: 1, index: 1, raw: { name: 'a' } },
            { page: 2, index: 2, raw: { name: 'a' } },
          ],
        },
      },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'list things' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: {} }] } },
      { tools: { list: [{ page: 1, index: 1, raw: 'a' }] } },
    ],
  },
})
