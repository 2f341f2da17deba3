// Preloaded into children: when the parent is gone, even by kill -9, its end of the channel closes and the
// child ends as if asked to, instead of holding the port against the next start.
process.channel?.unref()
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
