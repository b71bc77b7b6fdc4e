import type { OrganisationId } from '../kernel/index.ts'
import type { CustomDependencies } from './custom.ts'
import { isEntitled } from './store.ts'

/** Whether this organisation may have custom connectors; listed ones are for everybody. @see FAQ 4 */
export async function isAllowed(
  { db, config }: Pick<CustomDependencies, 'db' | 'config'>,
  organisation: OrganisationId,
): Promise<boolean> {
  switch (config.customConnectors) {
    case 'everyone':
      return true
    case 'nobody':
      return false
    case 'entitled':
      return await isEntitled(db, organisation)
  }
}
