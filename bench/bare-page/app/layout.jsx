export const metadata = { title: 'Bare', description: 'One heading and one sentence.' }

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
