/**
 * Preloaded into the programs the launcher starts: one whose launcher is gone, also by `kill -9`, ends by itself, since the
 * channel between the two breaks at that moment. Their own workers inherit this file too, and are left alone.
 */
const GRACE = 3_000

if (process.channel && process.env.LAUNCHER_PID === String(process.ppid)) {
  process.channel.unref()
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE).unref()
    process.kill(process.pid, 'SIGTERM')
  })
}
