import { clauses } from '../clauses.ts'
import { isSafeUrl } from '../evidence/document.ts'
import type { UrlOptionFacts } from '../evidence/form-facts.ts'
import { defineRule, type Draft } from '../rule.ts'

type List = Extract<UrlOptionFacts['option'], { kind: 'list' }>

export const rule = defineRule({
  id: 'NET-10',
  title: 'Addresses to choose from are complete, and patterns match nothing else',
  why: 'A pattern decides where tokens go; one that matches a stranger’s address sends them there.',
  clause: clauses.submissionForm,
  scope: 'passive',
  needs: ['setting', 'urlOption'],
  *check({ setting, urlOption }) {
    const { option } = urlOption
    if (option.kind === 'list') yield* faultsOfList(option, setting.loopback)
    if (option.kind === 'pattern') yield* faultsOfPattern(option, urlOption.shape)
  },
  text: {
    en: {
      pass: 'The server has one address, a list of labelled addresses, or a sound pattern.',
      cases: {
        few: {
          message: 'The list of addresses has {count} entries.',
          fix: 'Name at least two addresses, or choose one address for everybody.',
        },
        label: {
          message: 'The address {url} has no label of its own.',
          fix: 'Give {url} a label that tells users when to choose it.',
        },
        address: {
          message:
            'The address {url} is no https address of its own: not https, named twice, or with a credential or "#".',
          fix: 'Name each https address once, without credential and without "#".',
        },
        anchors: {
          message: 'The pattern {pattern} does not begin with ^https:// and end with $.',
          fix: 'Begin the pattern with ^https:// and end it with $, so that it judges the whole address.',
        },
        engine: {
          message: 'The pattern {pattern} cannot be judged in linear time: {problem}',
          fix: 'Write it without look-around and back-references.',
        },
        'host-case': {
          message: 'The pattern {pattern} has capital letters in its host, which no address has.',
          fix: 'Write the host in lower case.',
        },
        sample: {
          message: 'The pattern {pattern} does not match its own sample {url}.',
          fix: 'Correct the pattern or the sample.',
        },
        'too-wide': {
          message: 'The pattern {pattern} also matches {url}, which is somebody else’s.',
          fix: 'Write \\. for a dot, and [a-z0-9-]+ instead of .* for a part of the host.',
        },
      },
    },
    de: {
      title: 'Adressen zur Auswahl sind vollständig, und Muster treffen nichts anderes',
      why: 'Ein Muster entscheidet, wohin Token gehen; trifft es eine fremde Adresse, gehen sie dorthin.',
      pass: 'Der Server hat eine Adresse, eine Liste benannter Adressen oder ein gutes Muster.',
      cases: {
        few: {
          message: 'Die Liste der Adressen hat {count} Einträge.',
          fix: 'Nennen Sie mindestens zwei Adressen, oder wählen Sie eine für alle.',
        },
        label: {
          message: 'Die Adresse {url} hat keine eigene Bezeichnung.',
          fix: 'Geben Sie {url} eine Bezeichnung, die sagt, wann man sie wählt.',
        },
        address: {
          message:
            'Die Adresse {url} ist keine eigene https-Adresse: nicht https, zweimal genannt, oder mit Zugangsdaten oder "#".',
          fix: 'Nennen Sie jede https-Adresse einmal, ohne Zugangsdaten und ohne "#".',
        },
        anchors: {
          message: 'Das Muster {pattern} beginnt nicht mit ^https:// und endet nicht mit $.',
          fix: 'Beginnen Sie das Muster mit ^https:// und beenden Sie es mit $, damit es die ganze Adresse beurteilt.',
        },
        engine: {
          message: 'Das Muster {pattern} ist nicht in linearer Zeit zu beurteilen: {problem}',
          fix: 'Schreiben Sie es ohne Vorausschau und Rückverweise.',
        },
        'host-case': {
          message: 'Das Muster {pattern} hat im Rechnernamen Großbuchstaben, die keine Adresse hat.',
          fix: 'Schreiben Sie den Rechnernamen klein.',
        },
        sample: {
          message: 'Das Muster {pattern} trifft sein eigenes Beispiel {url} nicht.',
          fix: 'Berichtigen Sie das Muster oder das Beispiel.',
        },
        'too-wide': {
          message: 'Das Muster {pattern} trifft auch {url}, und das gehört jemand anderem.',
          fix: 'Schreiben Sie \\. für einen Punkt und [a-z0-9-]+ statt .* für einen Teil des Rechnernamens.',
        },
      },
    },
    es: {
      title: 'Las direcciones a elegir están completas, y los patrones no aciertan nada más',
      why: 'Un patrón decide adónde van los tokens; si acierta una dirección ajena, van allí.',
      pass: 'El servidor tiene una dirección, una lista de direcciones con nombre o un patrón correcto.',
      cases: {
        few: {
          message: 'La lista de direcciones tiene {count} entradas.',
          fix: 'Nombre al menos dos direcciones, o elija una para todos.',
        },
        label: {
          message: 'La dirección {url} no tiene nombre propio.',
          fix: 'Dé a {url} un nombre que diga cuándo elegirla.',
        },
        address: {
          message:
            'La dirección {url} no es una dirección https propia: sin https, repetida, o con credencial o "#".',
          fix: 'Nombre cada dirección https una vez, sin credencial y sin "#".',
        },
        anchors: {
          message: 'El patrón {pattern} no empieza por ^https:// y acaba en $.',
          fix: 'Empiece el patrón por ^https:// y acábelo en $, para que juzgue la dirección entera.',
        },
        engine: {
          message: 'El patrón {pattern} no puede juzgarse en tiempo lineal: {problem}',
          fix: 'Escríbalo sin miradas adelante o atrás ni referencias.',
        },
        'host-case': {
          message: 'El patrón {pattern} tiene mayúsculas en el servidor, que ninguna dirección tiene.',
          fix: 'Escriba el servidor en minúsculas.',
        },
        sample: {
          message: 'El patrón {pattern} no acierta su propia muestra {url}.',
          fix: 'Corrija el patrón o la muestra.',
        },
        'too-wide': {
          message: 'El patrón {pattern} acierta también {url}, que es de otro.',
          fix: 'Escriba \\. para un punto, y [a-z0-9-]+ en vez de .* para una parte del servidor.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({ option: { kind: 'universal' } }),
      listing(['EU', 'https://eu.publisher.example/mcp'], ['US', 'https://us.publisher.example/mcp']),
      patterned(String.raw`^https://[a-z0-9-]+\.publisher\.example/mcp$`),
    ],
    fail: [
      listing(['EU', 'https://eu.publisher.example/mcp']),
      listing(['', 'https://eu.publisher.example/mcp'], ['US', 'https://us.publisher.example/mcp']),
      listing(['EU', 'http://eu.publisher.example/mcp'], ['US', 'https://us.publisher.example/mcp']),
      patterned('https://[a-z]+'),
      patterned('^https://(?=a)$', { problem: 'invalid perl operator' }),
      patterned(String.raw`^https://[a-z]+\.Publisher\.example/mcp$`),
      patterned(String.raw`^https://none\.example/$`, { matchesSample: false }),
      patterned('^https://.*publisher.example/mcp$', {
        matchesForeign: 'https://stranger.example/acme.publisher.example/mcp',
      }),
    ],
  },
})

function* faultsOfList({ urls }: List, loopback: boolean): Generator<Draft> {
  if (urls.length < 2) yield { case: 'few', params: { count: urls.length } }
  const labels = new Set<string>()
  const seen = new Set<string>()
  for (const { label, url } of urls) {
    const name = label.trim().toLowerCase()
    if (name === '' || labels.has(name)) yield { case: 'label', at: url, params: { url } }
    labels.add(name)
    const sound = isSafeUrl(url, loopback) && !/[#]|\/\/[^/]*@/.test(url) && !seen.has(new URL(url).href)
    if (sound) seen.add(new URL(url).href)
    else yield { case: 'address', at: url, params: { url } }
  }
}

function* faultsOfPattern(
  { pattern, sample }: { pattern: string; sample: string },
  shape: UrlOptionFacts['shape'],
): Generator<Draft> {
  if (!pattern.startsWith('^https://') || !pattern.endsWith('$'))
    yield { case: 'anchors', params: { pattern } }
  const host = /^\^https:\/\/([^/]*)/.exec(pattern)?.[1] ?? ''
  // \W and the like are classes, and a class A-Z is no letter of a host either.
  if (/[A-Z]/.test(host.replaceAll(/\\[A-Za-z]/g, ''))) yield { case: 'host-case', params: { pattern } }
  if (shape?.problem !== undefined) yield { case: 'engine', params: { pattern, problem: shape.problem } }
  else if (shape?.matchesSample === false) yield { case: 'sample', params: { pattern, url: sample } }
  if (shape?.matchesForeign !== undefined) {
    yield { case: 'too-wide', params: { pattern, url: shape.matchesForeign } }
  }
}

function example(urlOption: UrlOptionFacts) {
  return { setting: { loopback: false, staticClient: false }, urlOption }
}

function listing(...urls: readonly [string, string][]) {
  return example({ option: { kind: 'list', urls: urls.map(([label, url]) => ({ label, url })) } })
}

function patterned(pattern: string, shape: UrlOptionFacts['shape'] | object = {}) {
  const option = { kind: 'pattern', pattern, sample: 'https://acme.publisher.example/mcp' } as const
  return example({ option, shape: { matchesSample: true, ...shape } })
}
