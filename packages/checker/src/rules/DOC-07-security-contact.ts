import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-07',
  title: 'There is a contact for security reports',
  why: 'Whoever finds a hole must know whom to tell.',
  clause: clauses.policyPublisher,
  scope: 'passive',
  needs: ['securityContact'],
  *check({ securityContact }) {
    const { field, fieldUsable, securityTxt } = securityContact
    if (fieldUsable || securityTxt?.contact !== undefined) return
    const params = { field: field ?? '', url: securityTxt?.url ?? '', status: securityTxt?.status ?? 0 }
    if (field !== undefined && field !== '') yield { case: 'malformed', params }
    else yield { case: 'none', params }
  },
  text: {
    en: {
      pass: 'A contact for security reports is stated; whether it answers was not tried.',
      cases: {
        none: {
          message: 'Neither the submission nor {url} names a contact for security reports.',
          fix: 'Name one in the submission, or publish /.well-known/security.txt with a Contact line (RFC 9116).',
        },
        malformed: {
          message: 'The security contact {field} is neither an https address nor an e-mail address.',
          fix: 'Name an https page or an e-mail address for security reports.',
        },
      },
    },
    de: {
      title: 'Es gibt einen Kontakt für Sicherheitsmeldungen',
      why: 'Wer eine Lücke findet, muss sie vertraulich melden können, bevor andere sie finden.',
      pass: 'Ein Kontakt für Sicherheitsmeldungen ist genannt; ob er antwortet, wurde nicht versucht.',
      cases: {
        none: {
          message: 'Weder die Einreichung noch {url} nennt einen Kontakt für Sicherheitsmeldungen.',
          fix: 'Nennen Sie einen bei der Einreichung, oder veröffentlichen Sie /.well-known/security.txt mit einer Zeile Contact (RFC 9116).',
        },
        malformed: {
          message: 'Der Sicherheitskontakt {field} ist weder eine https-Adresse noch eine E-Mail-Adresse.',
          fix: 'Nennen Sie eine https-Seite oder eine E-Mail-Adresse für Sicherheitsmeldungen.',
        },
      },
    },
    es: {
      title: 'Hay un contacto para avisos de seguridad',
      why: 'Quien encuentra un fallo debe poder avisar en privado antes de que otros lo encuentren.',
      pass: 'Se indica un contacto para avisos de seguridad; no se probó si responde.',
      cases: {
        none: {
          message: 'Ni el envío ni {url} nombran un contacto para avisos de seguridad.',
          fix: 'Indique uno en el envío, o publique /.well-known/security.txt con una línea Contact (RFC 9116).',
        },
        malformed: {
          message: 'El contacto de seguridad {field} no es ni una dirección https ni una de correo.',
          fix: 'Indique una página https o una dirección de correo para avisos de seguridad.',
        },
      },
    },
  },
  examples: {
    pass: [
      { securityContact: { field: 'security@publisher.example', fieldUsable: true } },
      {
        securityContact: {
          fieldUsable: false,
          securityTxt: {
            url: 'https://mcp.example/.well-known/security.txt',
            status: 200,
            contact: 'mailto:security@publisher.example',
          },
        },
      },
    ],
    fail: [
      { securityContact: { fieldUsable: false } },
      { securityContact: { field: 'call us', fieldUsable: false } },
    ],
  },
})
