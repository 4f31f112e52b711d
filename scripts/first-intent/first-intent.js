/**
 * What a public page runs until somebody does something on it. Reading, following links and sending forms need no script, so
 * the scripts of the page come when a reader first points, touches, clicks or presses a key.
 */
;(() => {
  const names = /* scripts */ []
  const { src } = document.currentScript
  const WAIT = 3000

  const begin = (event) => {
    if (names.length === 0) return
    // A browser says of a mouse that only rests where a page appears that it moved, by nothing.
    if (event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0) return
    // Where `/` is Shift and 7, the first of two keys means nothing yet.
    if (/^(Shift|Control|Alt|AltGraph|Meta)$/.test(event.key)) return
    // React would take the words of a browser that translated the page for a fault, and draw the page anew.
    if (document.documentElement.matches('.translated-ltr, .translated-rtl')) return
    if (event.pointerType === 'touch' && !window.firstIntent)
      addEventListener('click', hold, { capture: true, signal: AbortSignal.timeout(WAIT) })
    // What it was meant for hears of it when it is there.
    window.firstIntent = event
    for (const name of names.splice(0)) {
      const script = document.createElement('script')
      // Next knows its scripts by what stands in the attribute.
      script.src = new URL(name, src).pathname
      // What did not come is asked for again with what the reader does after a while.
      script.onerror = () => {
        script.remove()
        setTimeout(() => names.push(name), WAIT)
      }
      document.head.append(script)
    }
  }
  for (const intent of ['pointermove', 'pointerdown', 'click', 'keydown', 'focusin'])
    addEventListener(intent, begin, { capture: true, passive: true })

  /** The touch that brings a chart to life shows a figure, and does not follow the link to it, while scripts may be on their way. */
  const hold = (event) => event.target.closest('.chart-frame:not([role])') && event.preventDefault()
})()
