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

/** Reviewers and operators. */
export function isStaff({ roles }: Pick<Viewer, 'roles'>): boolean {
  return roles.has('operator') || roles.has('reviewer')
}

/** @throws Problem not-allowed */
export function requireStaff(viewer: Pick<Viewer, 'roles'>): void {
  if (isStaff(viewer)) return
  throw new Problem(
    'not-allowed',
    'This needs the role "operator" or "reviewer". Ask an operator of this directory.',
  )
}

/** Who may know what is wrong with something of an organisation: its people, reviewers and operators. */
export function isConcerned(
  viewer: Viewer | null,
  { organisation }: { readonly organisation: OrganisationId },
): viewer is Viewer {
  return viewer !== null && (isStaff(viewer) || viewer.organisation === organisation)
}
