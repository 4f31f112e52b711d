/** What the launcher says: numbered steps with their time, what happens inside a step indented below it. */

let open = false

/** Opens the line of a step. @returns {() => void} closes it with its time */
export function beginStep(number, total, name) {
  const begin = Date.now()
  const title = `${number}/${total} ${name}`
  process.stdout.write(`${title} … `)
  open = true
  return () => {
    const time = describeDuration(Date.now() - begin)
    process.stdout.write(open ? `${time}\n` : `${title}: ${time}\n`)
    open = false
  }
}

/** A line of its own below the step that runs. */
export function say(text) {
  if (open) process.stdout.write('\n')
  open = false
  for (const line of text.split('\n')) process.stdout.write(`    ${line}\n`)
}

/** The one line of an error. */
export function complain(text) {
  if (open) process.stdout.write('\n')
  open = false
  process.stderr.write(`${text}\n`)
}

/** @param {number} milliseconds */
export function describeDuration(milliseconds) {
  const seconds = milliseconds / 1000
  return seconds < 120 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
