import { expect, test, vi } from 'vitest'
import { drawInTurn } from './drawing-place'

/** Drawings that end when they are told to. */
function makeDrawings(count: number) {
  const ends: (() => void)[] = []
  let running = 0
  let most = 0
  const answers = Array.from({ length: count }, (_, at) =>
    drawInTurn(
      () =>
        new Promise<number>((resolve) => {
          running += 1
          most = Math.max(most, running)
          ends.push(() => {
            running -= 1
            resolve(at)
          })
        }),
    ),
  )
  return { answers, ends, getMost: () => most }
}

test('two are drawn at once, eight wait their turn, the next is turned away at once', async () => {
  const { answers, ends, getMost } = makeDrawings(12)
  await expect(answers[10]).resolves.toBeNull()
  await expect(answers[11]).resolves.toBeNull()
  for (let at = 0; at < 10; at += 1) {
    await vi.waitFor(() => expect(ends.length).toBeGreaterThan(at))
    ends[at]?.()
    await expect(answers[at]).resolves.toBe(at)
  }
  expect(getMost()).toBe(2)
})

test('who waits too long is turned away, and a drawing that breaks gives its place back', async () => {
  vi.useFakeTimers()
  const { answers, ends } = makeDrawings(3)
  await vi.advanceTimersByTimeAsync(3_000)
  await expect(answers[2]).resolves.toBeNull()
  vi.useRealTimers()
  for (const end of ends) end()
  await Promise.all(answers)
  for (let at = 0; at < 3; at += 1)
    await expect(drawInTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(drawInTurn(async () => 'drawn')).resolves.toBe('drawn')
})
