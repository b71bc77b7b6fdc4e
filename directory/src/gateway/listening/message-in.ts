import { holdsTooManyValues, nestsTooDeep } from '@connectory/wire'
import { isObject, type JsonObject } from '../message.ts'

/** The message of an event; undefined for one without, and for what would hold up everybody else while it is read. */
export function messageIn(data: string | undefined): JsonObject | undefined {
  if (data === undefined || holdsTooManyValues(data) || nestsTooDeep(data)) return undefined
  try {
    const value: unknown = JSON.parse(data)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
