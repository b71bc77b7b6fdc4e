import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'NET-06',
  title: 'The address carries no credential',
  why: 'Addresses end up in logs, histories and listings; whoever reads them has the credential.',
  clause: clauses.mcpAuthorization,
  scope: 'passive',
  needs: ['url'],
  *check({ url }) {
    if (url.userinfo) yield { case: 'userinfo' }
    if (url.secretKeys.length > 0) yield { case: 'query', params: { keys: [...url.secretKeys] } }
  },
  text: {
    en: {
      pass: 'The address carries no credential.',
      cases: {
        userinfo: {
          message: 'The address contains a user name or password before the host.',
          fix: 'Take the part before "@" out of the address, and renew that credential. Use OAuth for login.',
        },
        query: {
          message: 'The address carries a credential in its query: {keys}.',
          fix: 'Take {keys} out of the address, and renew that credential. Use OAuth for login.',
        },
      },
    },
    de: {
      title: 'Die Adresse enthält keine Zugangsdaten',
      why: 'Adressen landen in Protokollen, Verläufen und Einträgen; wer sie liest, hat die Zugangsdaten.',
      pass: 'Die Adresse enthält keine Zugangsdaten.',
      cases: {
        userinfo: {
          message: 'Die Adresse enthält vor dem Host einen Benutzernamen oder ein Passwort.',
          fix: 'Nehmen Sie den Teil vor "@" aus der Adresse und erneuern Sie diese Zugangsdaten. Nutzen Sie OAuth für die Anmeldung.',
        },
        query: {
          message: 'Die Adresse enthält Zugangsdaten in ihrer Abfrage: {keys}.',
          fix: 'Nehmen Sie {keys} aus der Adresse und erneuern Sie diese Zugangsdaten. Nutzen Sie OAuth für die Anmeldung.',
        },
      },
    },
    es: {
      title: 'La dirección no lleva credenciales',
      why: 'Las direcciones acaban en registros, historiales y listados; quien las lee tiene la credencial.',
      pass: 'La dirección no lleva credenciales.',
      cases: {
        userinfo: {
          message: 'La dirección contiene un usuario o una contraseña antes del host.',
          fix: 'Quite de la dirección lo que va antes de "@" y renueve esa credencial. Use OAuth para iniciar sesión.',
        },
        query: {
          message: 'La dirección lleva una credencial en su consulta: {keys}.',
          fix: 'Quite {keys} de la dirección y renueve esa credencial. Use OAuth para iniciar sesión.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        url: {
          href: 'https://mcp.example/mcp?team=7',
          protocol: 'https:',
          hostname: 'mcp.example',
          userinfo: false,
          secretKeys: [],
        },
      },
    ],
    fail: [
      {
        url: {
          href: 'https://mcp.example/mcp?token=***',
          protocol: 'https:',
          hostname: 'mcp.example',
          userinfo: false,
          secretKeys: ['token'],
        },
      },
      {
        url: {
          href: 'https://***@mcp.example/mcp',
          protocol: 'https:',
          hostname: 'mcp.example',
          userinfo: true,
          secretKeys: [],
        },
      },
    ],
  },
})
