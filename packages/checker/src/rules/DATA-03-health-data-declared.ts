import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { descriptionOf, parametersOf } from '../parameters.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const health =
  /\b(patients?|diagnos(?:is|es)|medical (?:records?|history|conditions?)|health (?:records?|data|conditions?)|prescriptions?|lab results?|blood (?:pressure|glucose|test)|symptoms?|medications?|clinical notes?|ehr|fhir)\b/i

export const rule = defineRule({
  id: 'DATA-03',
  title: 'Health data of persons is declared',
  why: 'Health data needs more care than other data, and the review has to know of it.',
  clause: clauses.submissionForm,
  scope: 'passive',
  needs: ['healthData', 'tools'],
  *check({ healthData: { declared }, tools }) {
    if (declared) {
      yield { case: 'declared', outcome: 'needs-human' }
      return
    }
    const found = [...objectTools(tools.list)].filter((tool) => {
      const words = parametersOf(tool).map(({ name }) => name.replaceAll(/[_-]/g, ' '))
      return health.test(
        `${tool.name.replaceAll(/[_-]/g, ' ')} ${words.join(' ')} ${descriptionOf(tool).slice(0, 2000)}`,
      )
    })
    if (found.length === 0) return
    yield {
      case: 'undeclared',
      outcome: 'needs-human',
      params: { tools: found.map(({ name }) => name).slice(0, 20) },
    }
  },
  text: {
    en: {
      pass: 'The publisher states that no health data is handled, and no tool speaks of any.',
      cases: {
        declared: {
          message: 'The publisher states that the server handles health data of persons.',
          fix: 'A reviewer looks at what is handled, by which law, and who sees it.',
        },
        undeclared: {
          message:
            'The publisher states that no health data is handled, and these tools speak of it: {tools}.',
          fix: 'A reviewer asks whether {tools} handle health data of persons. If so, declare it.',
        },
      },
    },
    de: {
      title: 'Gesundheitsdaten von Menschen sind angegeben',
      why: 'Gesundheitsdaten brauchen mehr Sorgfalt als andere, und die Prüfung muss von ihnen wissen.',
      pass: 'Der Herausgeber erklärt, dass keine Gesundheitsdaten verarbeitet werden, und kein Werkzeug spricht von solchen.',
      cases: {
        declared: {
          message: 'Der Herausgeber erklärt, dass der Server Gesundheitsdaten von Menschen verarbeitet.',
          fix: 'Eine Prüferin sieht nach, was verarbeitet wird, nach welchem Recht, und wer es sieht.',
        },
        undeclared: {
          message:
            'Der Herausgeber erklärt, dass keine Gesundheitsdaten verarbeitet werden, und diese Werkzeuge sprechen davon: {tools}.',
          fix: 'Eine Prüferin fragt, ob {tools} Gesundheitsdaten von Menschen verarbeiten. Wenn ja, geben Sie es an.',
        },
      },
    },
    es: {
      title: 'Los datos de salud de personas están declarados',
      why: 'Los datos de salud piden más cuidado que otros, y la revisión tiene que saber de ellos.',
      pass: 'El editor declara que no se tratan datos de salud, y ninguna herramienta habla de ellos.',
      cases: {
        declared: {
          message: 'El editor declara que el servidor trata datos de salud de personas.',
          fix: 'Una persona mira qué se trata, según qué ley y quién lo ve.',
        },
        undeclared: {
          message:
            'El editor declara que no se tratan datos de salud, y estas herramientas hablan de ellos: {tools}.',
          fix: 'Una persona pregunta si {tools} tratan datos de salud de personas. Si es así, declárelo.',
        },
      },
    },
  },
  examples: {
    pass: [{ healthData: { declared: false }, ...listed({ name: 'list_notes' }) }],
    fail: [
      { healthData: { declared: true }, ...listed() },
      { healthData: { declared: false }, ...listed({ name: 'get_patient_record' }) },
    ],
  },
})
