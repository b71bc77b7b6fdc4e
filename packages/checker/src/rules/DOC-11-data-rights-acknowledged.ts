import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-11',
  title: 'Requests about personal data are the publisher’s to answer',
  why: 'Users have rights to their data (GDPR, CCPA, LGPD); only the publisher can keep them.',
  clause: clauses.faqDataRights,
  scope: 'passive',
  needs: ['acknowledged'],
  *check({ acknowledged: { given } }) {
    if (!given.includes('data-rights')) yield { case: 'missing' }
  },
  text: {
    en: {
      pass: 'The publisher acknowledges to answer requests about personal data.',
      cases: {
        missing: {
          message: 'The publisher has not acknowledged to answer requests about personal data.',
          fix: 'Acknowledge it (data-rights), and name in the privacy policy whom users write to.',
        },
      },
    },
    de: {
      title: 'Anfragen zu persönlichen Daten beantwortet der Herausgeber',
      why: 'Benutzer haben Rechte an ihren Daten (DSGVO, CCPA, LGPD); nur der Herausgeber kann sie wahren.',
      pass: 'Der Herausgeber bestätigt, dass er Anfragen zu persönlichen Daten beantwortet.',
      cases: {
        missing: {
          message: 'Der Herausgeber hat nicht bestätigt, dass er Anfragen zu persönlichen Daten beantwortet.',
          fix: 'Bestätigen Sie es (data-rights), und nennen Sie in der Datenschutzerklärung, an wen Benutzer schreiben.',
        },
      },
    },
    es: {
      title: 'Las solicitudes sobre datos personales las responde el editor',
      why: 'Los usuarios tienen derechos sobre sus datos (RGPD, CCPA, LGPD); solo el editor puede respetarlos.',
      pass: 'El editor reconoce que responde a las solicitudes sobre datos personales.',
      cases: {
        missing: {
          message: 'El editor no ha reconocido que responde a las solicitudes sobre datos personales.',
          fix: 'Reconózcalo (data-rights) y diga en la política de privacidad a quién escriben los usuarios.',
        },
      },
    },
  },
  examples: {
    pass: [{ acknowledged: { given: ['data-rights'] } }],
    fail: [{ acknowledged: { given: [] } }],
  },
})
