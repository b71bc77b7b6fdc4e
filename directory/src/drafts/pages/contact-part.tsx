import type { ContactState } from '../../notices/index.ts'
import { Callout, fieldId, href, paths, Section, usePageRequest } from '../../web/index.ts'

/** Whether who began the draft can be reached by e-mail, and where that is set. Nothing where none is sent. */
export function ContactPart({ contact }: { readonly contact: ContactState }) {
  const { t, language } = usePageRequest()
  if (contact === 'unavailable') return null
  return (
    <Section id={fieldId('contactProof')} title={t('drafts.contact')} lead={t('drafts.contact.lead')}>
      <Callout kind={contact === 'confirmed' ? 'good' : 'info'}>
        <p>{t(`drafts.contact.${contact}`)}</p>
        {contact === 'confirmed' ? null : (
          <p>
            <a href={href(language, paths.noticeSettings)}>{t('drafts.contact.link')}</a>
          </p>
        )}
      </Callout>
    </Section>
  )
}
