/** Said at once where it is known: each promise that a call waits for costs it as much as reading a small message. */
export type Soon<Value> = Value | Promise<Value>

/**
 * Goes on with a value: at once where it is known, also when that throws.
 * @param more what `goOn` gets besides: a function that remembers it would have to be made for every call
 */
export function andThen<Value, Result, More extends readonly unknown[]>(
  value: Soon<Value>,
  goOn: (value: Value, ...more: More) => Soon<Result>,
  ...more: More
): Soon<Result> {
  return value instanceof Promise ? value.then((known) => goOn(known, ...more)) : goOn(value, ...more)
}
