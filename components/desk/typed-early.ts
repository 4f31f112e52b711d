import type { FormValues } from '@/domain/record-form'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What was typed into fields of many lines before their form is alive, and where the caret stood. */
const early = new WeakMap<HTMLTextAreaElement, { value: string; at: number }>()
const alive = new WeakSet<HTMLFormElement>()

// React leaves what it finds in other fields, but puts into these again what they were drawn with (`initTextarea`). This runs
// when the script of a form is there, before React comes to it.
if (typeof document !== 'undefined') {
  for (const field of document.querySelectorAll('textarea')) if (isTyped(field)) remember(field)
  document.addEventListener('input', ({ target }) => target instanceof HTMLTextAreaElement && remember(target), true)
}

function remember(field: HTMLTextAreaElement): void {
  if (field.form && !alive.has(field.form)) early.set(field, { value: field.value, at: field.selectionStart })
}

/** Puts back, once, what React took out of a form as it brought it to life. */
export function putBackTyped(form: HTMLFormElement | null): void {
  if (!form || alive.has(form)) return
  alive.add(form)
  for (const field of form.querySelectorAll('textarea')) {
    const typed = early.get(field)
    if (!typed || typed.value === field.value) continue
    field.value = typed.value
    if (field === document.activeElement) field.setSelectionRange(typed.at, typed.at)
  }
}

/** Where the caret stands: in which field, and behind how many letters. */
export type Caret = { id: string; at: number | null }

/** What stands in a form other than what it was drawn with: somebody typed before the scripts of the page were there. */
export function readTyped(form: HTMLFormElement | null): FormValues {
  const fields = listTyped(form).filter((field) => field.type !== 'radio' || (field as HTMLInputElement).checked)
  return Object.fromEntries(fields.map((field) => [field.name, readField(field)]))
}

/** Tells a form of what was typed into it before anything heard of it. */
export function tellTyped(form: HTMLFormElement | null): void {
  for (const field of listTyped(form)) field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Null where the caret is in no field of the form. */
export function readCaret(form: HTMLFormElement | null): Caret | null {
  const { activeElement } = document
  if (!isField(activeElement) || activeElement.form !== form) return null
  return { id: activeElement.id, at: activeElement instanceof HTMLSelectElement ? null : activeElement.selectionStart }
}

/** Puts the caret where it was, in a form that was drawn anew. */
export function placeCaret({ id, at }: Caret): void {
  const field = document.getElementById(id)
  field?.focus()
  if (at !== null && isField(field) && !(field instanceof HTMLSelectElement)) field.setSelectionRange(at, at)
}

function listTyped(form: HTMLFormElement | null): Field[] {
  return [...(form?.elements ?? [])].filter(isField).filter((field) => field.name !== '' && isTyped(field))
}

function isField(element: unknown): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  )
}

function isTyped(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return readField(field) !== readDrawn(field)
  if (field instanceof HTMLInputElement && isBox(field)) return field.checked !== field.defaultChecked
  return field.type !== 'file' && field.value !== field.defaultValue
}

const isBox = ({ type }: HTMLInputElement) => type === 'checkbox' || type === 'radio'

function readField(field: Field): string {
  return field instanceof HTMLInputElement && isBox(field) && !field.checked ? '' : field.value
}

/** What a list was drawn with: a browser chooses the first where nothing is said. */
function readDrawn({ options }: HTMLSelectElement): string {
  return ([...options].find((option) => option.defaultSelected) ?? options[0])?.value ?? ''
}
