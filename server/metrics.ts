/** `/metrics` for Prometheus: how long requests take, by route. */
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface Metrics {
  measure: RequestHandler
  show: RequestHandler
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'kith_request_seconds',
    help: 'Seconds a request took',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  return {
    measure: (request, response, next) => {
      const end = durations.startTimer()
      response.on('finish', () => {
        const route = (request.route as { path?: string } | undefined)?.path ?? 'other'
        end({ method: request.method, route, status: String(response.statusCode) })
      })
      next()
    },
    show: async (_request, response) => {
      response.type(registry.contentType).send(await registry.metrics())
    },
  }
}
