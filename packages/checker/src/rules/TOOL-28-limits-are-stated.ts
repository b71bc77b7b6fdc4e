import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { descriptionOf } from '../parameters.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

/** Of the telling words of a limit, so many must be found again. */
const ENOUGH = 0.5

export const rule = defineRule({
  id: 'TOOL-28',
  title: 'Limits by place, plan or account are stated',
  why: 'Who reads the listing or a tool should learn of a limit before running into it.',
  clause: clauses.faqGeography,
  scope: 'passive',
  needs: ['statedLimits', 'tools'],
  *check({ statedLimits: { limits, listing }, tools }) {
    const descriptions = [...objectTools(tools.list)].map((tool) => descriptionOf(tool))
    const said = new Set(wordsOf([listing, ...descriptions].join('\n')))
    for (const limit of limits) {
      const telling = wordsOf(limit)
      const found = telling.filter((word) => said.has(word))
      if (telling.length === 0 || found.length >= telling.length * ENOUGH) continue
      yield { case: 'unstated', outcome: 'needs-human', params: { limit }, excerpt: limit }
    }
  },
  text: {
    en: {
      pass: 'The limits that the publisher names are found again in the listing or in a tool, or there are none.',
      cases: {
        unstated: {
          message: 'A limit seems to be missing from the listing and from the tools: {limit}',
          fix: 'A reviewer reads both. State the limit in the description of the listing, or of the tools that it concerns.',
        },
      },
    },
    de: {
      title: 'Grenzen nach Ort, Tarif oder Konto sind genannt',
      why: 'Wer den Eintrag oder ein Werkzeug liest, soll von einer Grenze erfahren, bevor er an sie stößt.',
      pass: 'Die Grenzen, die der Herausgeber nennt, stehen im Eintrag oder bei einem Werkzeug, oder es gibt keine.',
      cases: {
        unstated: {
          message: 'Eine Grenze scheint im Eintrag und bei den Werkzeugen zu fehlen: {limit}',
          fix: 'Eine Prüferin liest beides. Nennen Sie die Grenze in der Beschreibung des Eintrags oder der Werkzeuge, die sie betrifft.',
        },
      },
    },
    es: {
      title: 'Los límites por lugar, plan o cuenta están dichos',
      why: 'Quien lee la ficha o una herramienta debe conocer un límite antes de toparse con él.',
      pass: 'Los límites que nombra el editor aparecen en la ficha o en una herramienta, o no hay ninguno.',
      cases: {
        unstated: {
          message: 'Un límite parece faltar en la ficha y en las herramientas: {limit}',
          fix: 'Una persona lee ambas. Diga el límite en la descripción de la ficha o de las herramientas a las que afecta.',
        },
      },
    },
  },
  examples: {
    pass: [
      { statedLimits: { limits: [], listing: 'Notes.' }, ...listed() },
      {
        statedLimits: {
          limits: ['Only for accounts in Europe.'],
          listing: 'Works only with accounts in Europe.',
        },
        ...listed(),
      },
      {
        statedLimits: { limits: ['Free plan: 100 calls a day'], listing: 'Notes.' },
        ...listed({ name: 'a', description: 'Lists notes. The free plan has 100 calls a day.' }),
      },
    ],
    fail: [
      { statedLimits: { limits: ['Only for accounts in Switzerland.'], listing: 'Notes.' }, ...listed() },
    ],
  },
})

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{4,}|\p{N}+/gu) ?? [])]
}
