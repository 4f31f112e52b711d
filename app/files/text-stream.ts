/**
 * Text as bytes. Its first two pieces, heads and rows, are awaited: what cannot be read is told in place of a file that breaks off
 * after its heads. The rest is pulled as it is read: a reader who stops costs nothing, and one who goes away ends the generator.
 * @throws whatever the generator throws before its third piece
 */
export async function toTextStream(records: AsyncIterable<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  const iterator = records[Symbol.asyncIterator]()
  const first = [await iterator.next(), await iterator.next()]
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = first.shift() ?? (await iterator.next())
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
