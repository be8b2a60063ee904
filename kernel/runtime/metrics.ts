import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The Prometheus metrics of one process; names are the same in every process. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * What a label of a metric may be is known beforehand: routes, subgraphs, codes, names that we registered. Nothing that a caller
 * can make up, so that no caller can make more of them.
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
    overloaded: new Counter({
      name: 'requests_overloaded_total',
      help: 'Requests refused because too many were waiting',
      registers,
    }),
    eventLoopBlocked: new Histogram({
      name: 'event_loop_blocked_seconds',
      help: 'Times in which the process could serve nobody, of a tenth of a second or more',
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
      help: 'Errors told to clients, by code',
      labelNames: ['code'],
      registers,
    }),
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
    subgraphRequests: new Counter({
      name: 'subgraph_requests_total',
      help: 'Calls to subgraphs by outcome: ok, or the kind of failure',
      labelNames: ['subgraph', 'outcome'],
      registers,
    }),
    subgraphSeconds: new Histogram({
      name: 'subgraph_request_seconds',
      help: 'Time of calls to subgraphs, with what was tried again',
      labelNames: ['subgraph'],
      buckets: SECONDS,
      registers,
    }),
    subgraphRetries: new Counter({
      name: 'subgraph_retries_total',
      help: 'Queries that were sent to a subgraph again',
      labelNames: ['subgraph'],
      registers,
    }),
    subgraphBreakerOpen: new Gauge({
      name: 'subgraph_breaker_open',
      help: 'Whether a subgraph is left alone because it keeps failing; the number of workers that do so',
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
      help: 'Compiled operations that are kept',
      registers,
    }),
    executorFallbacks: new Counter({
      name: 'executor_fallbacks_total',
      help: 'Operations that the stock executor carried out, by what ours does not know',
      labelNames: ['kind'],
      registers,
    }),
    supergraphReloads: new Counter({
      name: 'supergraph_reloads_total',
      help: 'New supergraphs that were found, by outcome: taken or refused',
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
      help: 'Buildings reported as acutely unsafe that wait to be made safe, within the term or beyond it',
      labelNames: ['overdue'],
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
