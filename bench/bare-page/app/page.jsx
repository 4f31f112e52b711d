/** What the framework alone costs a reader: no page of the record can be lighter. */
export default function Page() {
  return (
    <main>
      <h1>Bare</h1>
      <p>One heading and one sentence.</p>
    </main>
  )
}
