import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

type Waiting<One, Answer> = {
  one: One
  resolve: (answer: Answer) => void
  reject: (reason: unknown) => void
  /** Runs something as if whoever waits had called it: another's call may be what goes on with the line. */
  asCaller: ReturnType<typeof AsyncLocalStorage.snapshot>
}

/**
 * A line in front of work that only one may do at a time: who comes while it is being done waits, and the first of the
 * line takes along those behind it, in their order, for as long as they fit.
 * @param work answers for each of `together`, in the same order; what it throws is thrown to all of them
 * @param fits whether `next` may go together with those that were taken before it
 */
export function makeLine<One, Answer>(
  work: (together: readonly One[]) => Promise<PromiseSettledResult<Answer>[]>,
  fits: (together: readonly One[], next: One) => boolean,
): { wait: (one: One) => Promise<Answer> } {
  const line: Waiting<One, Answer>[] = []
  let working = false

  async function goOn(): Promise<void> {
    if (working) return
    working = true
    while (line.length > 0) {
      // Those who were answered together come again together: a moment later they are all here.
      await nextTurn()
      const first = line.shift()
      if (first) await answer(first, takeTogether(first))
    }
    working = false
  }

  function takeTogether(first: Waiting<One, Answer>): Waiting<One, Answer>[] {
    const together = [first]
    for (let next = line[0]; next && fits(toOnes(together), next.one); next = line[0]) {
      together.push(next)
      line.shift()
    }
    return together
  }

  async function answer(first: Waiting<One, Answer>, together: readonly Waiting<One, Answer>[]): Promise<void> {
    try {
      const answers = await first.asCaller(work, toOnes(together))
      for (const [at, { resolve, reject }] of together.entries()) {
        const settled = answers[at]
        if (settled?.status === 'fulfilled') resolve(settled.value)
        else reject(settled?.reason)
      }
    } catch (error) {
      for (const { reject } of together) reject(error)
    }
  }

  return {
    wait: (one) =>
      new Promise((resolve, reject) => {
        line.push({ one, resolve, reject, asCaller: AsyncLocalStorage.snapshot() })
        void goOn()
      }),
  }
}

function toOnes<One>(together: readonly { one: One }[]): One[] {
  return together.map(({ one }) => one)
}
