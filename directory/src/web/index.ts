/**
 * The look and the words of every page: layout, components, texts in three languages, assets, and the middleware that
 * guards forms and headers. Knows nothing of connectors. Pages are functions of values that end in
 * `render(c, <Page title=…>…</Page>)`; components find language, viewer and form token in the request by themselves.
 */
export { createWeb, type Web, type WebDeps } from './create-web.ts'
export { Page, type PageProps } from './page.tsx'
export { render, renderFragment } from './render.tsx'
export { usePageRequest, type PageRequest } from './page-context.ts'
export { paths, type Site } from './site.ts'
export { flash, type Flash, type FlashKind } from './flash.ts'
export { createTranslate, parseTextKey, type Translate } from './translate.ts'
export type { TextKey } from './texts/catalogue.ts'
export { href, languageFromPath, pathWithoutLanguage, routePath } from './language.ts'
export { allowFormTarget } from './security.ts'
export { incomingOf } from './incoming.ts'
export { refuseNulInAddress } from './refuse-nul.ts'
export { formTokenField } from './form-protection.ts'
export { jsonBody, problemAnswer } from './api-answers.ts'
export { bearerHeader, needsToken, viewerByToken, type TokenAccess } from './token-access.ts'
export { formIn, seeOther, slugIn, textIn } from './posted.ts'
export { publicRead, refuseInvalid } from './public-read.ts'
export { problemJson } from './problem-json.ts'
export { Button, LinkButton, type ButtonKind } from './components/button.tsx'
export { Field, fieldId, type Choice, type FieldProps } from './components/field.tsx'
export {
  Actions,
  ButtonForm,
  ErrorSummary,
  FieldRow,
  FieldSet,
  FormCard,
  FormToken,
} from './components/form.tsx'
export {
  Badge,
  HintBadges,
  StatusPill,
  type BadgeKind,
  type Hints,
  type SubmissionStatus,
} from './components/badge.tsx'
export {
  Breadcrumbs,
  Callout,
  Card,
  Cluster,
  ConnectorBreadcrumbs,
  EmptyState,
  Grid,
  Hidden,
  PageHeader,
  Section,
  Stack,
  WithAside,
  type CalloutKind,
  type Crumb,
} from './components/layout.tsx'
export { Pagination, Tabs, TabSet, type InPlaceTab, type Tab } from './components/navigation.tsx'
export { BarChart, type ChartBar, type ChartPart } from './components/bar-chart.tsx'
export {
  DefinitionList,
  Details,
  spokenTime,
  Table,
  Time,
  type Column,
  type Definition,
} from './components/data.tsx'
export { CodeBlock, CopyButton, DiffBlock, Markdown } from './components/code.tsx'
export { Monogram, monogramFile } from './components/monogram.tsx'
export { LiveRegion, ProgressSteps, type Step, type StepState } from './components/progress.tsx'
export {
  FindingCard,
  type FindingCardProps,
  type FindingLevel,
  type FindingOutcome,
} from './components/finding.tsx'
export { Sentence } from './components/sentence.tsx'
