import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Logger } from 'pino'
import { type Database, openDatabase } from '../database/database.ts'
import { createServiceTokenSource, createTokenVerifier } from '../identity/identity.ts'
import { guardAccess } from '../records/access-log.ts'
import { commonActivity } from '../records/activities.ts'
import { openCommits } from '../records/log/commits.ts'
import { type Log, openLog } from '../records/log/log.ts'
import { createProcessingLine, type ProcessingLine } from '../records/log/processing.ts'
import { serveLog } from '../records/log/serve.ts'
import type { LogTables } from '../records/log/tables.ts'
import { ADDRESS_ID } from '../vocabulary.ts'
import { type SubgraphConfig, verifierOptions, workBounds } from './config.ts'
import { createHttpServer, listen } from './http.ts'
import { createLogger } from './logger.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { ConfigurationError } from './settings.ts'
import { currentTrace } from './telemetry/current.ts'
import { openTracing } from './telemetry/open.ts'
import { recordSpan } from './telemetry/span.ts'
import type { Tracing } from './telemetry/tracing.ts'

/** A party of the exchange as a running process: its database, its logs, its HTTP server and its verification of callers. */
export type Party<Tables extends LogTables> = {
  readonly config: SubgraphConfig
  readonly logger: Logger
  readonly metrics: Metrics
  /** `null` when no spans are exported. */
  readonly tracing: Tracing | null
  readonly db: Kysely<Tables>
  readonly app: FastifyInstance
  /** The processing log (Logboek Dataverwerkingen) of this party. */
  readonly processing: Log
  readonly line: ProcessingLine
  /** Opens another chain of this party. */
  openChain(name: string): Log
  /** Puts a refusal on record; once it resolves, the refusal may be sent. */
  recordRefusal(request: Pick<FastifyRequest, 'trace' | 'caller'>, what: string): Promise<void>
  /** Puts the addresses of imported rows on record, before any row is stored. */
  recordImport(
    request: Pick<FastifyRequest, 'trace'>,
    rows: readonly Readonly<Record<string, string>>[],
  ): Promise<void>
  /** An access token for calls that this party makes on its own behalf. */
  serviceToken(): Promise<string>
  onClose(close: () => Promise<void>): void
  listen(): Promise<void>
  close(): Promise<void>
}

const MAX_BODY_BYTES = 4 * 1024 * 1024

export async function openParty<Tables extends LogTables>(
  config: SubgraphConfig,
  migrations: Record<string, Migration>,
): Promise<Party<Tables>> {
  const logger = createLogger(config.name, { level: config.LOG_LEVEL, pretty: config.LOG_PRETTY })
  const metrics = createMetrics(config.name)
  const tracing = await openTracing(config.name, config.tracing)
  const database: Database<Tables> = await openDatabase<Tables>({
    url: config.databaseUrl,
    migrationUrl: config.migrationUrl,
    limits: config.databaseLimits,
    directory: config.dataDirectory,
    migrations,
    onStatement: (milliseconds, text, failed) => {
      metrics.statements.inc()
      recordSpan(
        tracing,
        currentTrace(),
        'sql',
        milliseconds,
        { 'db.query.text': text.slice(0, 2000) },
        failed,
      )
    },
  })
  if (database.canRewriteLog && config.NODE_ENV === 'production') {
    await database.close()
    throw new ConfigurationError([
      `the database role of this process can rewrite its own log; give ${config.name.toUpperCase()}_MIGRATION_URL for a role that owns the tables`,
    ])
  }

  const line = createProcessingLine({ party: config.name, pseudonymKey: config.pseudonymKey })
  const commits = openCommits({
    db: database.db,
    onCommit: (milliseconds, entries) => {
      metrics.logCommit.observe(milliseconds / 1000)
      metrics.logEntries.inc(entries)
    },
  })
  const logs: Log[] = []
  const openChain = (name: string): Log => {
    const chain = `${config.name}/${name}`
    const log = openLog({
      db: database.db,
      chain,
      signingKey: config.logSigningKey,
      sealFile: config.sealFile(chain),
      commits,
      onRecorded: (milliseconds, entries, failed) =>
        recordSpan(tracing, currentTrace(), 'record', milliseconds, { chain, entries }, failed),
    })
    logs.push(log)
    return log
  }
  const processing = openChain('processing')

  const app = createHttpServer({
    logger,
    metrics,
    tracing,
    maxBodyBytes: MAX_BODY_BYTES,
    metricsToken: config.METRICS_TOKEN,
    work: workBounds(config),
    ready: async () => {
      await database.ping()
      return {}
    },
  })
  const verifier = createTokenVerifier(verifierOptions(config))
  const recordRefusal: Party<Tables>['recordRefusal'] = (request, what) =>
    processing.append([
      line(request.trace, new Date(), {
        name: `Geweigerd: ${what}`,
        activity: commonActivity(config.name, 'toegang'),
        addressId: null,
        recipient: request.caller?.organisation ?? null,
        refusal: what,
      }),
    ])
  const guard = guardAccess(app, { verifier, access: openChain('access'), recordRefusal })
  serveLog(app, {
    party: config.name,
    signingKey: config.logSigningKey,
    db: database.db,
    logs,
    processing,
    line,
    recordRefusal,
  })

  const sealing = setInterval(() => {
    for (const log of logs)
      log
        .seal()
        .catch((error: unknown) =>
          logger.error({ err: error, chain: log.chain }, 'the log could not be sealed'),
        )
  }, config.sealEverySeconds * 1000)
  const closers: (() => Promise<void>)[] = []
  const tokens = createServiceTokenSource({
    issuer: config.IDENTITY_ISSUER,
    clientId: `samenloop-${config.name}`,
    clientSecret: config.clientSecret,
    resource: config.IDENTITY_RESOURCE,
  })

  const party: Party<Tables> = {
    config,
    logger,
    metrics,
    tracing,
    db: database.db,
    app,
    processing,
    line,
    openChain,
    recordRefusal,
    async recordImport({ trace }, rows) {
      const now = new Date()
      const ids = rows.flatMap(({ address_id: id = '' }) => (ADDRESS_ID.test(id) ? [id] : []))
      await processing.append(
        ids.map((addressId) =>
          line(trace, now, {
            name: 'Ingelezen uit een bestand',
            activity: commonActivity(config.name, 'eigen-taak'),
            addressId,
            recipient: 'SVIP',
          }),
        ),
      )
    },
    serviceToken: tokens.token,
    onClose: (close) => closers.push(close),
    async listen() {
      const setting = `${config.name.toUpperCase()}_PORT`
      try {
        await listen(app, config.HOST, config.port, setting)
      } catch (error) {
        await party.close()
        throw error
      }
      logger.info({ port: config.port }, 'ready')
    },
    async close() {
      clearInterval(sealing)
      try {
        await app.close()
        for (const close of closers) await close()
        await guard.settle()
        for (const log of logs) await log.close()
      } finally {
        await database.close()
        await tracing?.close()
      }
    },
  }
  return party
}
