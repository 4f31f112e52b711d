import { expect, test } from 'vitest'
import { toTextStream } from './text-stream'

test.each([0, 1, 2, 3, 5])('%i pieces leave as they are, in their order', async (count) => {
  const pieces = Array.from({ length: count }, (_, at) => `${at},广西\r\n`)
  const stream = await toTextStream(yieldAll(pieces))
  expect(await new Response(stream).text()).toBe(pieces.join(''))
})

test('rows that cannot be read are told before anything is sent', async () => {
  await expect(toTextStream(yieldAll(['ID\r\n'], new Error('gone')))).rejects.toThrow('gone')
})

test('what fails later breaks the file off, so that nobody takes it for whole', async () => {
  const stream = await toTextStream(yieldAll(['ID\r\n', '1\r\n'], new Error('gone')))
  await expect(new Response(stream).text()).rejects.toThrow('gone')
})

test('who goes away ends what is read for them', async () => {
  let ended = false
  const stream = await toTextStream(yieldAll(['ID\r\n', '1\r\n', '2\r\n'], undefined, () => (ended = true)))
  await stream.cancel()
  expect(ended).toBe(true)
})

async function* yieldAll(pieces: string[], failure?: Error, end?: () => void): AsyncGenerator<string> {
  try {
    yield* pieces
    if (failure) throw failure
  } finally {
    end?.()
  }
}
