import type { ReactNode } from 'react'

type RefusalProps = { title: string; text: string; href?: string | undefined; children?: ReactNode }

/** What did not work, and where: stands above a form and is read out. */
export function DeskRefusal({ title, text, href, children }: RefusalProps) {
  return (
    <div role="alert" className="notice">
      <p className="font-semibold">{title}</p>
      <p>
        {href ? <a href={href}>{text}</a> : text} {children}
      </p>
    </div>
  )
}

/** What was done. */
export function DeskDoneNotice({ text }: { text: string }) {
  return (
    <p role="status" className="notice">
      {text}
    </p>
  )
}
