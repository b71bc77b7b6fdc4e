/** Languages that a catalogue may hold. English is complete; what another lacks is shown in English. */
export const languages = ['en', 'de', 'es'] as const
export type Language = (typeof languages)[number]
