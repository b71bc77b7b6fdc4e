import type { Facts } from '../submissions/index.ts'
import type { DemoServers } from './demo-servers.ts'

/** What the demo's publisher writes on the form for each of the three servers. */
export function demoFacts(servers: DemoServers): {
  readonly clock: Facts
  readonly notes: Facts
  readonly sloppy: Facts
} {
  const publisher = {
    staticClient: false,
    addressFilter: false,
    publisherName: 'Demo Publisher',
    publisherUrl: null,
    documentationUrl: null,
    privacyUrl: servers.siteUrl('/privacy'),
    termsUrl: null,
    support: servers.siteUrl('/support'),
    securityContact: 'security@demo.example',
    useCases: null,
    testInstructions: null,
  }
  return {
    clock: {
      ...publisher,
      serverUrl: servers.urlOf('clock'),
      auth: 'none',
      name: 'World Clock',
      tagline: 'What time it is anywhere, for anyone',
      descriptionMarkdown:
        'Converts a time between time zones and finds the name of a zone.\n\n' +
        '- **No account needed**\n- Works from every client\n- Reads only; changes nothing\n\n' +
        'Ask: *What time is 9:00 in Berlin for someone in Tokyo?*',
      categories: ['productivity', 'location'],
    },
    notes: {
      ...publisher,
      serverUrl: servers.urlOf('notes'),
      auth: 'oauth',
      name: 'Demo Notes',
      tagline: 'Short notes that only you can see',
      descriptionMarkdown:
        'Keeps short texts for you and shows them again.\n\n' +
        'You sign in at Demo Notes with any name, so that you can see how connecting with an account feels.',
      categories: ['productivity'],
      testInstructions: 'Sign in with any name. The account is empty at first; add a note to fill it.',
    },
    sloppy: {
      ...publisher,
      serverUrl: servers.urlOf('sloppy'),
      auth: 'none',
      name: 'Quick To-dos',
      tagline: 'To-do lists without ceremony',
      descriptionMarkdown: 'Adds, lists and deletes to-dos.',
      categories: ['productivity'],
    },
  }
}
