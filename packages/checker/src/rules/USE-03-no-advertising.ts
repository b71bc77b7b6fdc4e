import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'USE-03',
  title: 'Results carry no advertising',
  why: 'What a tool returns is read as an answer; a paid place in it deceives whoever asked.',
  clause: clauses.policyPromotion,
  scope: 'passive',
  needs: ['sponsoredContent'],
  *check({ sponsoredContent }) {
    if (sponsoredContent.declared) yield { case: 'sponsored' }
  },
  text: {
    en: {
      pass: 'The publisher states that there is no sponsored content.',
      cases: {
        sponsored: {
          message: 'The publisher states that results hold sponsored content.',
          fix: 'Take advertising, sponsored entries and paid places out of the results; they are not listed.',
        },
      },
    },
    de: {
      title: 'Ergebnisse enthalten keine Werbung',
      why: 'Was ein Werkzeug zurückgibt, wird als Antwort gelesen; ein bezahlter Platz darin täuscht den, der fragt.',
      pass: 'Der Herausgeber erklärt, dass es keine gesponserten Inhalte gibt.',
      cases: {
        sponsored: {
          message: 'Der Herausgeber erklärt, dass die Ergebnisse gesponserte Inhalte haben.',
          fix: 'Nehmen Sie Werbung, gesponserte Einträge und bezahlte Plätze aus den Ergebnissen; sie werden nicht geführt.',
        },
      },
    },
    es: {
      title: 'Los resultados no llevan publicidad',
      why: 'Lo que devuelve una herramienta se lee como respuesta; un sitio pagado en ella engaña a quien pregunta.',
      pass: 'El editor declara que no hay contenido patrocinado.',
      cases: {
        sponsored: {
          message: 'El editor declara que los resultados tienen contenido patrocinado.',
          fix: 'Quite de los resultados la publicidad, las entradas patrocinadas y los sitios pagados; no se incluyen.',
        },
      },
    },
  },
  examples: {
    pass: [{ sponsoredContent: { declared: false } }],
    fail: [{ sponsoredContent: { declared: true } }],
  },
})
