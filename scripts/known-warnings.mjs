// oidc-provider warns on every Node that is not a long-term release yet. The project tests on the Node it pins, so the
// operator need not read it at each start. Every other warning passes.
const known = /oidc-provider WARNING: Unsupported runtime/
const warn = console.warn

console.warn = (first, ...rest) => {
  if (typeof first !== 'string' || !known.test(first)) warn(first, ...rest)
}
