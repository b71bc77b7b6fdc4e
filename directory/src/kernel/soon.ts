/** Said at once where it is known: each promise that a call waits for costs it as much as reading a small message. */
export type Soon<Value> = Value | Promise<Value>

/** Goes on with a value: at once where it is known, also when that throws. */
export function andThen<Value, Result>(
  value: Soon<Value>,
  goOn: (value: Value) => Soon<Result>,
): Soon<Result> {
  return value instanceof Promise ? value.then(goOn) : goOn(value)
}
