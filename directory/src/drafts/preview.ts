import type { Report } from '@connectory/checker'
import {
  categories,
  surfacesOf,
  toolsOf,
  type AuthType,
  type Category,
  type ListingPreview,
} from '../catalogue/index.ts'
import { many, one, type FactsForm } from '../submissions/index.ts'

/** The listing that would come of a draft as it is now, with the tools that the last look showed. Pure. */
export function previewOf(form: FactsForm, report: Report | undefined, untitled: string): ListingPreview {
  const text = (name: string) => one(form[name])
  const optional = (name: string) => (text(name) === '' ? null : text(name))
  const staticClient = text('staticClient') !== ''
  const addressFilter = text('addressFilter') !== ''
  return {
    name: text('name') || untitled,
    tagline: text('tagline'),
    descriptionMarkdown: text('description'),
    categories: many(form['categories']).filter((name): name is Category =>
      categories.some((category) => category === name),
    ),
    documentationUrl: optional('documentationUrl'),
    supportContact: optional('support'),
    privacyUrl: optional('privacyUrl'),
    termsUrl: optional('termsUrl'),
    securityContact: optional('securityContact'),
    publisherName: text('publisherName'),
    publisherUrl: optional('publisherUrl'),
    serverUrl: text('serverUrl'),
    authType: authOf(text('auth'), report),
    staticClient,
    addressFilter,
    tools: report === undefined ? [] : toolsOf(report).tools,
    surfaces: surfacesOf({ local: false, staticClient, addressFilter }),
  }
}

/** What the server does counts before what is said of it, as in a listing. */
function authOf(said: string, report: Report | undefined): AuthType {
  if (report !== undefined && report.server.authType !== 'unknown') return report.server.authType
  return said === 'none' || said === 'oauth' ? said : 'unknown'
}
