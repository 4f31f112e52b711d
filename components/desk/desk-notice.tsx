/** What did not work, and where: stands above a form and is read out. */
export function DeskRefusal({ title, text, href }: { title: string; text: string; href?: string | undefined }) {
  return (
    <div role="alert" className="notice">
      <p className="font-semibold">{title}</p>
      <p>{href ? <a href={href}>{text}</a> : text}</p>
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
