import type { DBAdapter, DBTransactionAdapter, Where } from '@better-auth/core/db/adapter'

/** A keyed hash of a token: the same for the same token, useless without the key. */
export type HashToken = (token: string) => string

/**
 * Puts a hash in front of better-auth's storage: it sees and asks for session tokens, the table holds their hashes.
 * A copy of the database therefore opens no session. better-auth 1.7 has no option for this.
 */
export function hashSessionTokens(adapter: DBAdapter, hash: HashToken): DBAdapter {
  return {
    ...hashedMethods(adapter, hash),
    transaction: (work) => adapter.transaction((trx) => work(hashedMethods(trx, hash))),
  }
}

interface CreateInput<Row> {
  readonly model: string
  readonly data: Omit<Row, 'id'>
  readonly select?: string[] | undefined
  readonly forceAllowId?: boolean | undefined
}

function hashedMethods<T extends DBTransactionAdapter>(adapter: T, hash: HashToken): T {
  const asked = (model: string, where: Where[] | undefined) => hashWhere(model, where ?? [], hash)
  const methods: Partial<DBTransactionAdapter> = {
    async create<Row extends Record<string, unknown>, Made = Row>(input: CreateInput<Row>) {
      const data = input.model === 'session' ? hashToken(input.data, hash) : input.data
      const row = await adapter.create<Row, Made>({ ...input, data })
      return restore(row, new Map([[readToken(data), readToken(input.data)]]))
    },
    async findOne(input) {
      const { where, plain } = asked(input.model, input.where)
      return restore(await adapter.findOne({ ...input, where }), plain)
    },
    async findMany<Row>(input: Parameters<DBAdapter['findMany']>[0]) {
      const { where, plain } = asked(input.model, input.where)
      const rows = await adapter.findMany<Row>({ ...input, where })
      return rows.map((row) => restore(row, plain))
    },
    async update(input) {
      const { where, plain } = asked(input.model, input.where)
      const update = input.model === 'session' ? hashToken(input.update, hash) : input.update
      return restore(await adapter.update({ ...input, where, update }), plain)
    },
    updateMany: (input) => adapter.updateMany({ ...input, where: asked(input.model, input.where).where }),
    delete: (input) => adapter.delete({ ...input, where: asked(input.model, input.where).where }),
    deleteMany: (input) => adapter.deleteMany({ ...input, where: asked(input.model, input.where).where }),
    count: (input) => adapter.count({ ...input, where: asked(input.model, input.where).where }),
  }
  return { ...adapter, ...methods }
}

function hashToken<T extends object>(row: T, hash: HashToken): T {
  const token = readToken(row)
  return typeof token === 'string' ? { ...row, token: hash(token) } : row
}

function readToken(row: object): unknown {
  return 'token' in row ? row.token : undefined
}

/** The conditions with hashes for tokens, and which hash stands for which token. */
function hashWhere(
  model: string,
  where: Where[],
  hash: HashToken,
): { where: Where[]; plain: Map<unknown, unknown> } {
  const plain = new Map<unknown, unknown>()
  if (model !== 'session') return { where, plain }
  const hashed = (token: string): string => {
    const value = hash(token)
    plain.set(value, token)
    return value
  }
  const conditions = where.map((condition) => {
    if (condition.field !== 'token') return condition
    const { value } = condition
    if (typeof value === 'string') return { ...condition, value: hashed(value) }
    if (Array.isArray(value)) return { ...condition, value: value.map((token) => hashed(String(token))) }
    return condition
  })
  return { where: conditions, plain }
}

function restore<Row>(row: Row, plain: ReadonlyMap<unknown, unknown>): Row {
  if (typeof row !== 'object' || row === null) return row
  const token = plain.get(readToken(row))
  return token === undefined ? row : { ...row, token }
}
