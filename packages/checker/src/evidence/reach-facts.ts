/** One attempt to reach the server from one place. */
export interface ReachLook {
  /** `answered`: the server itself spoke, whatever it said. `refused`: something before it turned us away. */
  readonly outcome: 'answered' | 'refused' | 'silent'
  readonly status?: number | undefined
  /** A network in front of the server that names itself in its answers. */
  readonly network?: string | undefined
  /** Why there was no answer, for a person. */
  readonly problem?: string | undefined
}

/** The same address from two places. `here` is missing when the directory itself is the one that looks. */
export interface ReachFacts {
  readonly here?: ReachLook
  readonly there: ReachLook
  /** From where the directory sends requests: what an address filter has to let in. CIDR. */
  readonly addresses: readonly string[]
}
