import type { PropsWithChildren } from 'hono/jsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = PropsWithChildren<{
  readonly kind?: ButtonKind | undefined
  readonly small?: boolean | undefined
  /** Sent with the form, to tell its buttons apart. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'submit' | 'button' | undefined
  /** Address for this button when it is not the form's. */
  readonly formaction?: string | undefined
  readonly formnovalidate?: boolean | undefined
  readonly id?: string | undefined
}>

function classes(kind: ButtonKind, small: boolean | undefined): string {
  return small === true ? `button button-${kind} button-small` : `button button-${kind}`
}

export function Button({ kind = 'primary', small, type = 'submit', children, ...rest }: ButtonProps) {
  return (
    <button class={classes(kind, small)} type={type} {...rest}>
      {children}
    </button>
  )
}

export type LinkButtonProps = PropsWithChildren<{
  readonly href: string
  readonly kind?: ButtonKind | undefined
  readonly small?: boolean | undefined
  readonly rel?: string | undefined
}>

export function LinkButton({ href, kind = 'primary', small, rel, children }: LinkButtonProps) {
  return (
    <a class={classes(kind, small)} href={href} rel={rel}>
      {children}
    </a>
  )
}
