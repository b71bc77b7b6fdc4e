import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const unfinished =
  /(?<![a-z])(?:alpha|beta|canary|debug|dev|develop|development|staging|test|testing|wip)(?![a-z])/i

export const rule = defineRule({
  id: 'TRN-11',
  title: 'The server says which it is, and is released',
  why: 'Name and version are what people find in logs and in the report of a fault; a directory lists finished servers.',
  clause: clauses.mcpLifecycle,
  scope: 'passive',
  needs: ['identity'],
  *check({ identity: { name, version } }) {
    const missing = [...(name === undefined ? ['name'] : []), ...(version === undefined ? ['version'] : [])]
    if (missing.length > 0) yield { case: 'missing', params: { missing } }
    const excerpt = [name ?? '', version ?? '']
    const word = unfinished.exec(`${name ?? ''} ${version ?? ''}`)?.[0]
    if (word !== undefined) yield { case: 'unfinished', params: { word }, excerpt }
    if (version !== undefined && /^v?0\./.test(version)) yield { case: 'early', params: { version }, excerpt }
  },
  text: {
    en: {
      pass: 'The server states a name and a version of a release.',
      cases: {
        missing: {
          message: 'serverInfo lacks: {missing}.',
          fix: 'State name and version in serverInfo.',
        },
        unfinished: {
          message: 'By its own words the server is not released: "{word}".',
          fix: 'Submit the released server, and take "{word}" out of its name and version.',
        },
        early: {
          message: 'The server has version {version}.',
          fix: 'Give it version 1.0.0 when its tools are settled.',
        },
      },
    },
    de: {
      title: 'Der Server sagt, wer er ist, und ist freigegeben',
      why: 'Name und Version stehen in Protokollen und Fehlerberichten; ein Verzeichnis führt fertige Server.',
      pass: 'Der Server nennt einen Namen und die Version einer Freigabe.',
      cases: {
        missing: {
          message: 'In serverInfo fehlt: {missing}.',
          fix: 'Nennen Sie name und version in serverInfo.',
        },
        unfinished: {
          message: 'Nach eigenen Worten ist der Server nicht freigegeben: „{word}“.',
          fix: 'Reichen Sie den freigegebenen Server ein und nehmen Sie „{word}“ aus Name und Version.',
        },
        early: {
          message: 'Der Server hat die Version {version}.',
          fix: 'Geben Sie ihm die Version 1.0.0, sobald seine Werkzeuge feststehen.',
        },
      },
    },
    es: {
      title: 'El servidor dice quién es y está publicado',
      why: 'Nombre y versión aparecen en registros e informes de fallos; un directorio lista servidores terminados.',
      pass: 'El servidor indica un nombre y la versión de una entrega.',
      cases: {
        missing: {
          message: 'En serverInfo falta: {missing}.',
          fix: 'Indique name y version en serverInfo.',
        },
        unfinished: {
          message: 'Según sus propias palabras, el servidor no está publicado: «{word}».',
          fix: 'Envíe el servidor publicado y quite «{word}» de su nombre y su versión.',
        },
        early: {
          message: 'El servidor tiene la versión {version}.',
          fix: 'Dele la versión 1.0.0 cuando sus herramientas estén fijadas.',
        },
      },
    },
  },
  examples: {
    pass: [
      { identity: { name: 'contest-latest', version: '1.0.0' } },
      { identity: { name: 'devices', version: '2026.8' } },
    ],
    fail: [
      { identity: {} },
      { identity: { name: 'notes-beta', version: '1.2.0' } },
      { identity: { name: 'notes', version: '0.9.1' } },
    ],
  },
})
