// Writes docs/policy/ from the rules and policies of the checker.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { handbook, policies } from '../packages/checker/src/index.ts'

const folder = new URL('../docs/policy/', import.meta.url)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [name, text] of handbook([...policies.values()])) writeFileSync(new URL(name, folder), text)
