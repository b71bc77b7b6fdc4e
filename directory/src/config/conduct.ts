import { z } from 'zod'
import { parseMailConfig, type MailConfig } from '../notices/index.ts'
import { ConfigError } from './config-error.ts'
import { count, flag, listOfTexts, type Read } from './values.ts'

/** How this instance is run: its name, who may do what in it, and how it tells people. */
export interface ConductConfig {
  /** `INSTANCE_NAME` (default `Connectory`): the name that pages, mails and client registrations show. */
  readonly instanceName: string
  /**
   * `CUSTOM_CONNECTORS` (default `entitled`; in the demo `everyone`): who may add servers that are not listed by their
   * address: organisations that an operator named, `everyone`, or `nobody`.
   */
  readonly customConnectors: 'nobody' | 'entitled' | 'everyone'
  /**
   * `SECOND_APPROVAL` (default `high-risk`; in the demo `never`): whether what can do harm is approved by two people;
   * `never` is for an instance with a single reviewer.
   */
  readonly secondApproval: 'high-risk' | 'never'
  /** `TEST_ACCOUNT_DAYS` (default 90): how long a publisher's test account is kept after the decision. */
  readonly testAccountDays: number
  /**
   * `REVOKE_ON_DISCONNECT` (default no): who disconnects has the server asked to end its tokens too (RFC 7009). Without
   * it they stay valid there until they end.
   */
  readonly revokeOnDisconnect: boolean
  /**
   * `SMTP_URL` (`smtp://` or `smtps://` with user, password, host and port) and `MAIL_FROM` (an address, or a name with
   * one): how notices are sent by e-mail; without them they stand in the inbox only.
   */
  readonly mail: MailConfig | undefined
  /**
   * `SECURITY_CONTACTS` (default none): other ways to report a vulnerability, as `mailto:`, `https:` or `tel:`, separated
   * by commas; security.txt names them after our own form.
   */
  readonly securityContacts: readonly string[]
  /** `SECURITY_POLICY` (default none): an https address that says how reports of vulnerabilities are handled. */
  readonly securityPolicy: URL | undefined
  /** `LOG_LEVEL` (default `info`). */
  readonly logLevel: string
}

export const conductVariables = {
  INSTANCE_NAME: z.string().min(1).max(60).default('Connectory'),
  CUSTOM_CONNECTORS: z.enum(['nobody', 'entitled', 'everyone']).optional(),
  SECOND_APPROVAL: z.enum(['high-risk', 'never']).optional(),
  TEST_ACCOUNT_DAYS: count(90, 3_650),
  REVOKE_ON_DISCONNECT: flag,
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  SECURITY_CONTACTS: listOfTexts.refine(
    (all) => all.every((one) => URL.canParse(one) && /^(mailto|https|tel):/i.test(one)),
    { error: 'must be addresses such as mailto:security@example.com or https://…, separated by commas' },
  ),
  SECURITY_POLICY: z
    .string()
    .refine((text) => URL.canParse(text) && text.startsWith('https://'), 'must be an https address')
    .transform((text) => new URL(text))
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
}

/** @throws ConfigError */
export function readConduct(values: Read<typeof conductVariables>, demo: boolean): ConductConfig {
  const mail = parseMailConfig(values.SMTP_URL, values.MAIL_FROM)
  if (typeof mail === 'string') throw new ConfigError(mail)
  return {
    instanceName: values.INSTANCE_NAME,
    customConnectors: values.CUSTOM_CONNECTORS ?? (demo ? 'everyone' : 'entitled'),
    secondApproval: values.SECOND_APPROVAL ?? (demo ? 'never' : 'high-risk'),
    testAccountDays: values.TEST_ACCOUNT_DAYS,
    revokeOnDisconnect: values.REVOKE_ON_DISCONNECT,
    mail,
    securityContacts: values.SECURITY_CONTACTS,
    securityPolicy: values.SECURITY_POLICY,
    logLevel: values.LOG_LEVEL,
  }
}
