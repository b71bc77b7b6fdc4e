import { Problem } from '../kernel/index.ts'
import { createTranslate, type TextKey } from '../web/index.ts'

export const passwordLength = { least: 10, most: 256 } as const

/** Field → what is wrong with it, as a text of the catalogue. */
export type FieldFaults = Readonly<Record<string, TextKey>>

/** One @, something on both sides, no spaces; whether it exists only a letter could tell. */
const emailForm = /^[^\s@<>"'\\]{1,64}@[^\s@<>"'\\]{1,189}$/

/** NFKC would change what people typed; lower case and no blanks around is all that is needed to compare. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

export function passwordFaults(password: string, field = 'password'): FieldFaults {
  if (password.length < passwordLength.least) return { [field]: 'accounts.password-short' }
  if (password.length > passwordLength.most) return { [field]: 'accounts.password-long' }
  return {}
}

export function signUpFaults(input: {
  readonly name: string
  readonly email: string
  readonly password: string
}): FieldFaults {
  const name = input.name.trim()
  const faults: Record<string, TextKey> = {}
  if (name === '' || name.length > 120 || /\p{Cc}/u.test(name)) faults['name'] = 'accounts.name-bad'
  if (!emailForm.test(normalEmail(input.email))) faults['email'] = 'accounts.email-bad'
  if (input.password !== '' && normalEmail(input.password) === normalEmail(input.email)) {
    faults['password'] = 'accounts.password-is-email'
  }
  return { ...faults, ...passwordFaults(input.password) }
}

/** Throws Problem('invalid-input') with English sentences; pages show the same faults in the reader's language. */
export function refuseFaults(faults: FieldFaults): void {
  const fields = Object.entries(faults)
  if (fields.length === 0) return
  const t = createTranslate('en')
  throw new Problem('invalid-input', 'Some fields need another value.', {
    fields: Object.fromEntries(fields.map(([name, key]) => [name, t(key, passwordLength)])),
  })
}
