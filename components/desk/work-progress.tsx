'use client'

import { useEffect, useRef, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { makeWorkKey, WORK_KEY } from '@/domain/work-key'

const ASK_EVERY_MS = 300

type WorkProgressProps = {
  /** The sentence that is said once, when the form was sent. */
  working: string
  /** What the bar is called. */
  label: string
}

/** Stands in a form whose work takes a while, and says while it is done how far it is. Without JavaScript it is not there. */
export function WorkProgress({ working, label }: WorkProgressProps) {
  const { pending } = useFormStatus()
  const [key, setKey] = useState<string | null>(null)
  useEffect(() => setKey(makeWorkKey()), [])
  return (
    <div className="my-3 max-w-md text-muted">
      {key !== null && <input type="hidden" name={WORK_KEY} value={key} />}
      <p role="status">{pending && working}</p>
      {pending && key !== null && <WorkBar workKey={key} label={label} />}
    </div>
  )
}

/** Of unknown length until the first answer. It stands beside the live region: nobody is read every step. */
function WorkBar({ workKey, label }: { workKey: string; label: string }) {
  const [done, setDone] = useState<number | null>(null)
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button may be the last thing that is in sight.
    line.current?.scrollIntoView({ block: 'nearest' })
    const end = new AbortController()
    void follow(workKey, setDone, end.signal)
    return () => end.abort()
  }, [workKey])
  return (
    <p ref={line} className="flex scroll-m-4 items-center gap-3">
      <progress className="min-w-0 grow" aria-label={label} max={1} {...(done === null ? {} : { value: done })} />
      <span aria-hidden="true" className="min-w-10 text-end text-sm tabular-nums">
        {done !== null && `${Math.floor(done * 100)}%`}
      </span>
    </p>
  )
}

/** Asks one time after another; an answer that does not come, or knows of nothing, leaves what was told. */
async function follow(key: string, tell: (done: number) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const done = await ask(key, signal)
    if (signal.aborted) return
    if (done !== null) tell(done)
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}

async function ask(key: string, signal: AbortSignal): Promise<number | null> {
  try {
    const answer = await fetch(`/edit/import/progress?${new URLSearchParams({ key })}`, { signal })
    const { done } = (await answer.json()) as { done: number | null }
    return typeof done === 'number' ? done : null
  } catch {
    return null
  }
}
