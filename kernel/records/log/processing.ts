import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { randomHex } from '../../runtime/random.ts'
import type { Trace } from '../../trace.ts'
import type { Caller, DataCategory, Purpose } from '../../vocabulary.ts'
import type { ActivityId } from '../activities.ts'
import type { Erasure } from './erasing.ts'
import type { Content } from './log.ts'

/**
 * Lines of a party's processing log, in the form of Logboek Dataverwerkingen 0.8 (section "Interface"): one line per address, and never the
 * identity of the employee (ADR "geen gebruikers in logregels"). The trace links a line to the access log of the party
 * (kernel/records/access-log.ts) and the decision log of the SVIP, which record the caller.
 */

/** What a party did, or refused to do, with data about one address. */
export type Processing = {
  /** What was done, in Dutch. */
  readonly name: string
  /** Versioned entry of the register of processing activities (AVG art. 30). */
  readonly activity: ActivityId
  readonly addressId: string | null
  /** The organisation that received or requested; never a person. */
  readonly recipient: Caller['organisation'] | null
  readonly purpose?: Purpose | null
  readonly decisionId?: string
  readonly categories?: readonly DataCategory[]
  readonly fields?: readonly string[]
  /** Why the request was refused. In the standard, refused input is `Unset`, not `Error`. */
  readonly refusal?: string
  /** What will be erased, under the id by which the database finds this record. */
  readonly erasure?: { readonly id: string; readonly what: Erasure }
}

export type ProcessingLine = (trace: Trace, startedAt: Date, processing: Processing) => Content

export function createProcessingLine(options: {
  /** The party: `img`, `ncg` or `svip`. */
  readonly party: string
  /** The key that turns an address into a pseudonym; without it an address cannot be looked up. */
  readonly pseudonymKey: Uint8Array
  readonly now?: () => Date
}): ProcessingLine {
  const { party, now = () => new Date() } = options
  const key = createSecretKey(options.pseudonymKey)
  return (trace, startedAt, processing) => {
    const subject = processing.addressId === null ? null : pseudonym(key, processing.addressId)
    return {
      ...(processing.erasure ? { id: processing.erasure.id } : {}),
      subject,
      trace_id: trace.traceId,
      // Each line has its own span below that of the request, because a line is about one address.
      span_id: randomHex(8),
      parent_span_id: trace.spanId,
      status: processing.refusal ? 'Unset' : 'Ok',
      name: processing.name,
      start_time: startedAt.getTime(),
      end_time: now().getTime(),
      resource: { attributes: { 'service.name': party } },
      attributes: {
        'dpl.core.processing_activity_id': processing.activity,
        'dpl.core.data_subject_id': subject,
        'dpl.core.data_subject_id_type': 'urn:samenloop:pseudonym:bag-nummeraanduiding',
        'samenloop.recipient': processing.recipient,
        'samenloop.purpose': processing.purpose ?? null,
        ...(processing.decisionId ? { 'samenloop.decision_id': processing.decisionId } : {}),
        ...(processing.categories ? { 'samenloop.categories': processing.categories } : {}),
        ...(processing.fields ? { 'samenloop.fields': processing.fields } : {}),
        ...(processing.refusal ? { 'samenloop.refusal': processing.refusal } : {}),
        ...(processing.erasure ? { 'samenloop.erasure': processing.erasure.what } : {}),
      },
    }
  }
}

/** The pseudonym under which a party logs an address. */
export function pseudonym(key: Uint8Array | KeyObject, addressId: string): string {
  return createHmac('sha256', key).update(addressId).digest('base64url')
}
