import type { Leak } from './call-facts.ts'

/** Shapes that are secrets wherever they stand: keys of well-known providers, private keys, signed tokens. */
const secretShapes: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^"]{0,4000}/g,
  /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g,
  /\bgithub_pat_\w{40,255}\b/g,
  /\bglpat-[\w-]{20,64}\b/g,
  /\bxox[abpers]-[\w-]{10,250}\b/g,
  /\bsk_live_[A-Za-z0-9]{16,255}\b/g,
  /\bsk-(?:ant-|proj-)?[\w-]{32,255}\b/g,
  /\bAIza[\w-]{35}\b/g,
  /\bnpm_[A-Za-z0-9]{36}\b/g,
  /\b[a-z][a-z+]{2,20}:\/\/[^\s:/@"']{1,100}:[^\s@"'[]{3,200}@[^\s"']{1,200}/gi,
  /\b(?:api[-_]?key|secret|password|passwd|access[-_]?token)["']?\s{0,3}[:=]\s{0,3}["']?[\w~+/.-]{12,200}/gi,
]

const shapes: Readonly<Record<Exclude<Leak, 'secret'>, readonly RegExp[]>> = {
  stack: [
    /^\s{0,20}at .{1,200}[(/\\].{1,300}:\d+(?::\d+)?\)?\s*$/m,
    /Traceback \(most recent call last\)/,
    /^\s{0,20}File "[^"\n]{1,300}", line \d+/m,
    /^goroutine \d+ \[/m,
    /^\s{0,20}at [\w$.]{3,200}\([\w$]{1,100}\.java:\d+\)/m,
    /^\s{0,20}#\d+ [^\n]{1,300}\(\d+\): /m,
    /thread '[^'\n]{1,100}' panicked at/,
  ],
  path: [
    /(?:^|[\s"'(=:])\/(?:home|Users|root|var\/(?:www|task|lib)|usr\/(?:src|local|lib)|opt|srv|app|workspace)\/[\w.@-]{1,100}\/[\w./@-]{2,300}/,
    /[A-Za-z]:\\(?:Users|inetpub|Program Files|app|src|home)\\[\w.\\ -]{2,300}/,
    /\bnode_modules\/[\w@./-]{2,200}|site-packages\/[\w./-]{2,200}/,
  ],
  database: [
    /\bSQLSTATE\b|\bORA-\d{5}\b|\bSequelizeDatabaseError\b|\bpsycopg2?\.|\bsqlite3\.\w+Error\b|\bSQLITE_[A-Z]{3,}/,
    /\bsyntax error at or near "|You have an error in your SQL syntax|relation "[^"\n]{1,100}" does not exist/,
  ],
}

const MOST_READ = 20_000

export interface Leaks {
  readonly kinds: readonly Leak[]
  /** As they were sent, for the mask alone; never stored. */
  readonly secrets: readonly string[]
}

/** What a text lets out. Only its beginning is read: words for a model are short. */
export function leaksIn(text: string): Leaks {
  const read = text.slice(0, MOST_READ)
  const secrets = secretShapes.flatMap((shape) => [...read.matchAll(shape)].map(([found]) => found))
  const kinds = (['stack', 'path', 'database'] as const).filter((kind) =>
    shapes[kind].some((shape) => shape.test(read)),
  )
  return { kinds: [...(secrets.length > 0 ? (['secret'] as const) : []), ...kinds], secrets }
}
