/** What V8 is told about memory. */
export const memoryFlags: readonly string[]
/** Flags that make Node read our sources as they are, and run the product as it is served. */
export const nodeFlags: readonly string[]
/** Threads of Node for files, passwords and names. */
export const poolThreads: number
