/**
 * A third wording, by somebody who had read neither the rules nor the other wordings, only the names of the threats:
 * the threat, a sentence that attacks, and a harmless one that denies it, quotes it or says something close to it. No
 * rule is made better on these and no sentence is changed.
 */
export type Stranger = readonly [threat: string, attack: string, twin: string]
