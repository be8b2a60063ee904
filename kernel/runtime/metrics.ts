import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The Prometheus metrics of one process; names are the same in every process. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * The values of labels are known beforehand: routes, subgraphs, codes, registered names. A caller cannot make them up, so the number of
 * time series is bounded.
 */
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
      help: 'GraphQL documents by how they were sent (trusted, text) or why they were refused (unknown, refused)',
      labelNames: ['kind'],
      registers,
    }),
    rateLimited: new Counter({
      name: 'rate_limited_total',
      help: 'Requests refused by a rate limit, by the kind of limit',
      labelNames: ['by'],
      registers,
    }),
    overloaded: new Counter({
      name: 'requests_overloaded_total',
      help: 'Requests refused because too many were waiting',
      registers,
    }),
    eventLoopBlocked: new Histogram({
      name: 'event_loop_blocked_seconds',
      help: 'Periods of a tenth of a second or more in which the event loop was blocked',
      buckets: [0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    statements: new Counter({ name: 'db_statements_total', help: 'SQL statements sent', registers }),
    operations: new Counter({
      name: 'graphql_operations_total',
      help: 'Operations by registered name and outcome: ok, partial (with errors), failed (no data)',
      labelNames: ['operation', 'outcome'],
      registers,
    }),
    operationSeconds: new Histogram({
      name: 'graphql_operation_seconds',
      help: 'Time of operations by registered name',
      labelNames: ['operation'],
      buckets: SECONDS,
      registers,
    }),
    operationErrors: new Counter({
      name: 'graphql_errors_total',
      help: 'Errors returned to clients, by code',
      labelNames: ['code'],
      registers,
    }),
    logEntries: new Counter({ name: 'log_entries_total', help: 'Entries appended to the logs', registers }),
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
    subgraphRequests: new Counter({
      name: 'subgraph_requests_total',
      help: 'Calls to subgraphs by outcome: ok, or the kind of failure',
      labelNames: ['subgraph', 'outcome'],
      registers,
    }),
    subgraphSeconds: new Histogram({
      name: 'subgraph_request_seconds',
      help: 'Time of calls to subgraphs, including retries',
      labelNames: ['subgraph'],
      buckets: SECONDS,
      registers,
    }),
    subgraphRetries: new Counter({
      name: 'subgraph_retries_total',
      help: 'Queries to subgraphs that were retried',
      labelNames: ['subgraph'],
      registers,
    }),
    subgraphBreakerOpen: new Gauge({
      name: 'subgraph_breaker_open',
      help: 'Whether the circuit breaker of a subgraph is open; the number of workers in which it is',
      labelNames: ['subgraph'],
      registers,
    }),
    planMisses: new Counter({
      name: 'plan_cache_misses_total',
      help: 'Operations that had to be planned first',
      registers,
    }),
    plansKept: new Gauge({
      name: 'plan_cache_entries',
      help: 'Compiled operations in the cache',
      registers,
    }),
    executorFallbacks: new Counter({
      name: 'executor_fallbacks_total',
      help: 'Operations that Apollo’s executor executed, by the plan node that ours does not support',
      labelNames: ['kind'],
      registers,
    }),
    supergraphReloads: new Counter({
      name: 'supergraph_reloads_total',
      help: 'New supergraphs, by outcome: taken or refused',
      labelNames: ['outcome'],
      registers,
    }),
    waiting: new Gauge({
      name: 'svip_waiting',
      help: 'Information requests, signals, joint inspections and integral plans that are not finished',
      labelNames: ['what', 'overdue'],
      registers,
    }),
    acuteUnsafe: new Gauge({
      name: 'acute_cases_unsafe',
      help: 'Buildings reported as acutely unsafe that are not made safe yet, within the term or beyond it',
      labelNames: ['overdue'],
      registers,
    }),
    emergencyReviews: new Gauge({
      name: 'emergency_reviews_waiting',
      help: 'Uses of emergency access without a review, within the term or beyond it',
      labelNames: ['overdue'],
      registers,
    }),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
