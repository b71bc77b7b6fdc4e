/** How far a check may go. `passive`: no credentials, no tool calls, no client registration. */
export const scopes = ['passive', 'login', 'call'] as const
export type Scope = (typeof scopes)[number]
