import { categories } from '../../catalogue/index.ts'
import { fieldId, Hidden, usePageRequest } from '../../web/index.ts'

const name = 'categories'
const id = fieldId(name)

/** Sixteen short choices side by side; a `Field` would stand them one under the other over a whole screen. */
export function CategoryField({
  values,
  error,
}: {
  readonly values: readonly string[]
  readonly error: string | undefined
}) {
  const { t } = usePageRequest()
  const describedBy = error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`
  return (
    <fieldset class="field" id={id} tabindex={-1} aria-describedby={describedBy}>
      <legend class="field-label">{t('submissions.field.categories')}</legend>
      <p class="field-hint" id={`${id}-hint`}>
        {t('submissions.field.categories.hint')}
      </p>
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          <Hidden>{t('shell.error-prefix')} </Hidden>
          {error}
        </p>
      )}
      <div class="choices">
        {categories.map((value) => (
          <div class="choice">
            <input
              id={`${id}-${value}`}
              type="checkbox"
              name={name}
              value={value}
              checked={values.includes(value) ? true : undefined}
            />
            <label for={`${id}-${value}`}>{t(`catalogue.category.${value}`)}</label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
