import { expect, test } from 'vitest'
import { answerKept } from './answer-kept'

/** The parameters of an internal address; `view` as there, `-` for all. */
const at = (page: string, view = '-') => Promise.resolve({ edition: '128', page, view })
const image = (text: string, status = 200) => new Response(text, { status, headers: { 'Content-Type': 'image/png' } })

/** Something that makes an answer each time it is asked to, and counts. */
function makeCounted(status = 200, ms = 0) {
  const counted = {
    made: 0,
    async make() {
      counted.made += 1
      const text = `picture ${counted.made}`
      await new Promise((resolve) => setTimeout(resolve, ms))
      return image(text, status)
    },
  }
  return counted
}

test('what was made is answered again as it was, and says that it was kept', async () => {
  const counted = makeCounted()
  const first = await answerKept('again', at('debt'), counted.make)
  const again = await answerKept('again', at('debt'), counted.make)
  expect([await first.text(), await again.text(), counted.made]).toEqual(['picture 1', 'picture 1', 1])
  expect(again.headers.get('content-type')).toBe('image/png')
  expect([first, again].map(({ headers }) => headers.get('x-nextjs-cache'))).toEqual(['MISS', 'HIT'])
})

test('another page, view, edition or kind of file is another answer', async () => {
  const counted = makeCounted()
  const debt = { edition: '128', page: 'debt', view: '-' }
  for (const parameters of [
    debt,
    { ...debt, edition: '128.1' },
    { ...debt, page: 'mentions' },
    { ...debt, view: btoa('area=CN') },
    { ...debt, id: ['a'] },
  ])
    await answerKept('apart', Promise.resolve(parameters), counted.make)
  await answerKept('other', Promise.resolve(debt), counted.make)
  expect(counted.made).toBe(6)
})

test('two who ask at once have it made once', async () => {
  const counted = makeCounted(200, 20)
  const answers = await Promise.all([1, 2].map(() => answerKept('at once', at('debt'), counted.make)))
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['picture 1', 'picture 1'])
  expect(counted.made).toBe(1)
})

test.each([
  ['free text', 'mentions', btoa('q=pot')],
  ['deep pages', 'debt', btoa('page=11')],
])('%s: made each time', async (_, page, view) => {
  const counted = makeCounted()
  for (const _ of [1, 2]) await answerKept('each time', at(page, view), counted.make)
  expect(counted.made).toBe(2)
})

test('a refusal of a view is kept; what the server could not do is tried again', async () => {
  for (const [status, times] of [
    [422, 1],
    [503, 2],
  ] as const) {
    const counted = makeCounted(status)
    for (const _ of [1, 2]) expect((await answerKept(String(status), at('debt'), counted.make)).status).toBe(status)
    expect(counted.made, String(status)).toBe(times)
  }
})

test('a failure is told to everyone who waits, and not kept', async () => {
  const fail = async () => {
    throw new Error('gone')
  }
  const both = await Promise.allSettled([1, 2].map(() => answerKept('failed', at('debt'), fail)))
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const { make } = makeCounted()
  expect(await (await answerKept('failed', at('debt'), make)).text()).toBe('picture 1')
})
