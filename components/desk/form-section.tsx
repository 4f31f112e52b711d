import { DeskForm, type DeskFormProps } from './desk-form'

type FormSectionProps = DeskFormProps & { title: string; lede?: string; className?: string }

/** A form of the desk under a heading of its own. */
export function FormSection({ title, lede, className, ...form }: FormSectionProps) {
  const heading = `${form.id}-title`
  return (
    <section className={className} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {lede && <p className="text-muted">{lede}</p>}
      <DeskForm {...form} />
    </section>
  )
}
