/** What the server tells a model at the opening, before any tool; no text when it says nothing. */
export interface InstructionFacts {
  readonly text?: string
}
