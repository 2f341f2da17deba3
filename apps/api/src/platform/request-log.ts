import fp from 'fastify-plugin'

/** One line a request, with the route's pattern in place of its address: an address may name a person. */
export const requestLog = fp(async (app) => {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched'
    const { method } = request
    app.deps.metrics.requestSeconds.observe(
      { method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
    if (route.startsWith('/health/')) return
    request.log.info(
      { method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
})
