import { instead, places, type Fault } from '../fault.ts'
import { html } from '../messages.ts'

export const fault: Fault = {
  id: 'server-metadata-behind-wall',
  raises: 'AUTH-06',
  case: 'missing',
  level: 'must',
  change: instead(places.serverMetadata, html(403, '<!doctype html><title>Just a moment</title>')),
}
