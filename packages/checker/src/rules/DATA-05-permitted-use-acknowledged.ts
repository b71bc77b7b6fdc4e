import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DATA-05',
  title: 'The usage policy, supported countries and rights are acknowledged',
  why: 'Whoever publishes answers for what the connector may be used for and that it takes nobody’s work.',
  clause: clauses.policyUse,
  scope: 'passive',
  needs: ['acknowledged'],
  *check({ acknowledged: { given } }) {
    if (!given.includes('permitted-use')) yield { case: 'missing' }
  },
  text: {
    en: {
      pass: 'The publisher acknowledges the usage policy, the supported countries and the rights of others.',
      cases: {
        missing: {
          message:
            'The publisher has not acknowledged the usage policy, the supported countries and the rights of others.',
          fix: 'Read the directory policy, sections 1.A and 1.E, and acknowledge it (permitted-use).',
        },
      },
    },
    de: {
      title: 'Nutzungsregeln, unterstützte Länder und Rechte sind bestätigt',
      why: 'Wer veröffentlicht, steht dafür ein, wozu der Connector dient und dass er niemandes Werk nimmt.',
      pass: 'Der Herausgeber bestätigt die Nutzungsregeln, die unterstützten Länder und die Rechte anderer.',
      cases: {
        missing: {
          message:
            'Der Herausgeber hat Nutzungsregeln, unterstützte Länder und Rechte anderer nicht bestätigt.',
          fix: 'Lesen Sie die Abschnitte 1.A und 1.E der Verzeichnisregeln und bestätigen Sie sie (permitted-use).',
        },
      },
    },
    es: {
      title: 'La política de uso, los países admitidos y los derechos están reconocidos',
      why: 'Quien publica responde de para qué sirve el conector y de que no toma la obra de nadie.',
      pass: 'El editor reconoce la política de uso, los países admitidos y los derechos ajenos.',
      cases: {
        missing: {
          message:
            'El editor no ha reconocido la política de uso, los países admitidos y los derechos ajenos.',
          fix: 'Lea las secciones 1.A y 1.E de la política del directorio y reconózcala (permitted-use).',
        },
      },
    },
  },
  examples: {
    pass: [{ acknowledged: { given: ['permitted-use'] } }],
    fail: [{ acknowledged: { given: ['data-rights'] } }],
  },
})
