/** The schema cannot be judged by: remote references, keywords beyond us, work without end. */
export class Unjudged extends Error {
  override readonly name = 'Unjudged'
}
