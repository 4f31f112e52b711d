'use client'

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import { takeFirstIntent } from '@/components/site/first-intent'
import type { ChartPlot, Frame } from './chart-layout'
import type { ChartLiveProps } from './chart-recharts'
import type { LiveWords } from './chart-told'

type ChartInteractiveProps = {
  plot: ChartPlot
  frame: Frame
  id: string
  worded: LiveWords
  label: string
  children: ReactNode
}

/**
 * Keeps the drawing the server made and, when a reader first points at it, touches it or moves the keyboard to it, lays
 * the Recharts drawing over its marks: same size, same axes, nothing moves. Until then, and without scripts, the links
 * of the drawing lead to the figures. The touch that brings Recharts shows a figure and does not follow its link.
 */
export function ChartInteractive({ plot, frame, id, worded, label, children }: ChartInteractiveProps) {
  const element = useRef<HTMLDivElement>(null)
  const begin = useRef<{ x: number; y: number } | null>(null)
  const [isReady, setReady] = useState(false)
  const [Live, setLive] = useState<ComponentType<ChartLiveProps> | null>(null)
  useEffect(() => setReady(true), [])

  useEffect(() => {
    const target = element.current
    if (!target || Live) return
    const intents = new AbortController()
    let isLoading = false
    let isTouched = false
    const load = () => {
      if (isLoading) return
      isLoading = true
      import('./chart-recharts').then(
        (module) => setLive(() => module.ChartLive),
        () => {
          isLoading = false
        },
      )
    }
    const point = (event: PointerEvent) => {
      begin.current = { x: event.clientX, y: event.clientY }
      isTouched = event.pointerType === 'touch'
      load()
    }
    const options = { signal: intents.signal, passive: true }
    // Who was there before this script was sends no event of it.
    const first = takeFirstIntent(target, PointerEvent)
    if (first) point(first)
    else if (target.matches(':hover, :focus-within')) load()
    target.addEventListener('pointerenter', point, options)
    target.addEventListener('pointermove', point, options)
    target.addEventListener('focusin', load, options)
    target.addEventListener('click', (event) => isLoading && isTouched && event.preventDefault(), {
      signal: intents.signal,
      capture: true,
    })
    return () => intents.abort()
  }, [Live])

  const reach = isReady ? ({ tabIndex: 0, role: 'application', 'aria-label': label } as const) : {}
  return (
    <div ref={element} className={Live ? 'chart-frame chart-live' : 'chart-frame'} {...reach}>
      {children}
      {Live && <Live plot={plot} frame={frame} id={id} worded={worded} element={element} begin={begin} />}
    </div>
  )
}
