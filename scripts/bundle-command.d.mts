/** Writes a folder that npm can pack, and says which modules are in it. */
export function bundleCommand(folder: string): Promise<string[]>
