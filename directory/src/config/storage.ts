import { resolve } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import type { Read } from './values.ts'

/** Where data is kept, and what seals it. */
export interface StorageConfig {
  /** `DATA_DIR` (default `./data`): embedded database, keys. */
  readonly dataDir: string
  /** `DATABASE_URL`: a PostgreSQL 15 or newer; without it the embedded one in DATA_DIR. */
  readonly databaseUrl: string | undefined
  /**
   * `VAULT_KEY`: 32 bytes in base64, or several separated by commas, of which the first seals and the others only open;
   * without it key files in DATA_DIR/keys.
   */
  readonly vaultKey: string | undefined
  /** `VAULT_KEY_COMMAND`: a shell command that prints what VAULT_KEY would hold, for keys in a key service. */
  readonly vaultKeyCommand: string | undefined
}

export const storageVariables = {
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  VAULT_KEY: z
    .string()
    .refine((text) => text.split(',').every((key) => Buffer.from(key, 'base64').length === 32), {
      error:
        'must be 32 bytes in base64, as `openssl rand -base64 32` prints them; several with commas between',
    })
    .optional(),
  VAULT_KEY_COMMAND: z.string().min(1).optional(),
}

/** @throws ConfigError */
export function readStorage(values: Read<typeof storageVariables>): StorageConfig {
  const { VAULT_KEY: vaultKey, VAULT_KEY_COMMAND: vaultKeyCommand } = values
  if (vaultKey !== undefined && vaultKeyCommand !== undefined) {
    throw new ConfigError(
      'VAULT_KEY and VAULT_KEY_COMMAND both say where the keys come from; set one of them.',
    )
  }
  return { dataDir: resolve(values.DATA_DIR), databaseUrl: values.DATABASE_URL, vaultKey, vaultKeyCommand }
}
