import type { OrganisationId, PersonId } from './ids.ts'
import { Problem } from './problem.ts'

/** A role in the instance, not in an organisation. */
export type InstanceRole = 'reviewer' | 'operator'

/** Who looks at a page or calls the API, and for which organisation. */
export interface Viewer {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly name: string
  readonly email: string
  readonly roles: ReadonlySet<InstanceRole>
}

interface HasViewer {
  readonly var: { readonly viewer: Viewer | null }
}

export function requireViewer(c: HasViewer): Viewer {
  if (c.var.viewer === null) throw new Problem('not-signed-in', 'Sign in to do this.')
  return c.var.viewer
}

export function requireRole(c: HasViewer, role: InstanceRole): Viewer {
  const viewer = requireViewer(c)
  if (!viewer.roles.has(role)) {
    throw new Problem(
      'not-allowed',
      `This needs the role "${role}". Ask an operator of this directory for it.`,
    )
  }
  return viewer
}
