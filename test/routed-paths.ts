import { createRoutes } from '../directory/src/routes.ts'
import type { Product } from './product.ts'

/** Every address of the product that answers GET, as its router has it: with names such as `:slug` for what varies. */
export function routedPaths({ app }: Pick<Product, 'app'>): readonly string[] {
  const routes = createRoutes(app).routes.filter(
    ({ method, path }) => method === 'GET' && !path.includes('*'),
  )
  return [...new Set(routes.map(({ path }) => path))]
}
