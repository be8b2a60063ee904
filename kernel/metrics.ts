import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The Prometheus metrics of one process; names are the same in every process. */
export function createMetrics(service: string) {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Counter({
      name: 'http_requests_total',
      help: 'Requests by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    documents: new Counter({
      name: 'documents_total',
      help: 'GraphQL documents by how they were named (trusted, text) or why they were not taken (unknown, refused)',
      labelNames: ['kind'],
      registers,
    }),
    rateLimited: new Counter({
      name: 'rate_limited_total',
      help: 'Requests refused because there were too many, by whose limit it was',
      labelNames: ['by'],
      registers,
    }),
    statements: new Counter({ name: 'db_statements_total', help: 'SQL statements sent', registers }),
    logEntries: new Counter({ name: 'log_entries_total', help: 'Entries added to the logs', registers }),
    logCommit: new Histogram({
      name: 'log_commit_seconds',
      help: 'Time of one commit of log entries',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    }),
    decisions: new Counter({
      name: 'decisions_total',
      help: 'Decisions by outcome and reason',
      labelNames: ['owner', 'outcome', 'reason'],
      registers,
    }),
    refusedGrants: new Counter({
      name: 'refused_grants_total',
      help: 'Grants an owner refused, by reason',
      labelNames: ['refusal'],
      registers,
    }),
    outboxLag: new Gauge({
      name: 'outbox_waiting',
      help: 'Events that the SVIP has not taken yet',
      registers,
    }),
    emergencyReviews: new Gauge({
      name: 'emergency_reviews_waiting',
      help: 'Times the glass was broken that wait for a review, within its term or beyond it',
      labelNames: ['overdue'],
      registers,
    }),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
