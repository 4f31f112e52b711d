/**
 * Preloaded into the programs the launcher starts: a program whose launcher is gone, also by `kill -9`, ends by itself.
 * The channel between the two breaks at that moment; it carries no messages.
 */
const GRACE = 3_000

if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE).unref()
    process.kill(process.pid, 'SIGTERM')
  })
}
