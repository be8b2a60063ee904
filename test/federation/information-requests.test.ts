import { describe, expect, test } from '@jest/globals'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { makeAddress } from '../support/addresses.ts'
import {
  avgTest,
  buddies,
  form,
  linking,
  reply,
  requestsIn,
  speedingUp,
} from '../support/information-requests.ts'
import { client } from '../support/system.ts'

/** The life cycle of information requests through the gateway, from form to closing, with the staff of both agencies. */

const system = client()
const { submit, forwarded, opened, read } = requestsIn(system)

const MINIMUM = ['PRESENCE', 'STATUS']
const days = (count: number) => addDays(dutchDay(new Date()), count)

describe('a request for the status', () => {
  test('goes from form to closing with four people, and opens exactly what was granted', async () => {
    const addressId = await makeAddress(system)
    const elsewhere = await makeAddress(system)
    const life = await submit('img.handler', form(addressId))
    expect(life.request).toMatchObject({
      number: expect.stringMatching(/^SVIP-20\d\d-\d{6}$/),
      state: 'SUBMITTED',
      place: 'IMG',
      revision: 1,
      requester: 'img.handler',
      dueOn: days(5),
      overdue: false,
      proposal: null,
      actions: ['WITHDRAW'],
      whatNow: expect.stringContaining('Uw verzoek is binnen.'),
    })
    expect(await read('ncg.svip', life.id)).toBeNull()
    await life.next('img.svip', 'assign')
    expect(life.request).toMatchObject({ assignee: 'img.svip', state: 'SUBMITTED' })
    await life.next('img.svip', 'assess', { test: avgTest() })
    expect(life.request.proposal).toMatchObject({
      outcome: 'GRANT',
      categories: [
        { category: 'STATUS', road: 'ALREADY_OPEN' },
        { category: 'PLANNING', road: 'OPEN_BY_REQUEST' },
      ],
    })
    await life.next('img.svip', 'forward', { remarks: 'Graag voor vrijdag.' })
    expect(life.request).toMatchObject({ place: 'NCG', assignee: null, dueOn: days(10) })
    expect(await opened('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual(MINIMUM)

    await life.next('ncg.svip', 'answer', { granted: ['PLANNING', 'STATUS', 'PLANNING'], until: days(0) })
    expect(life.request.answer).toEqual({
      outcome: 'GRANTED',
      reason: null,
      answeredBy: 'NCG',
      categories: ['STATUS', 'PLANNING'],
      onConsent: [],
      until: days(0),
      open: true,
      revokedAt: null,
    })
    for (const who of ['img.handler', 'img.colleague'])
      expect(await opened(who, addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual([
        ...MINIMUM,
        'PLANNING',
      ])
    // Nobody else, no other purpose, no other address, and not the other direction.
    for (const who of ['img.svip', 'img.safety'])
      expect(await opened(who, addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual(MINIMUM)
    for (const purpose of ['COOPERATION', 'ACCELERATION', 'SIGNALLING', 'ACUTE_SAFETY'])
      expect(await opened('img.handler', addressId, purpose, 'strengthening')).not.toContain('PLANNING')
    expect(await opened('img.handler', elsewhere, 'STATUS_EXCHANGE', 'strengthening')).toEqual(MINIMUM)
    expect(await opened('ncg.handler', addressId, 'STATUS_EXCHANGE', 'damage')).toEqual(MINIMUM)

    expect(await life.read('img.handler')).toMatchObject({
      actions: ['RECORD_FOLLOW_UP', 'CLOSE'],
      whatNow: expect.stringContaining('U ziet de gegevens bij het adres.'),
    })
    await life.next('img.handler', 'followUp', { remarks: 'De bewoner is gebeld.' })
    await life.next('img.handler', 'close')
    expect(life.request).toMatchObject({
      state: 'CLOSED',
      place: null,
      dueOn: null,
      endedAt: expect.any(String),
      actions: [],
      whatNow: 'Dit verzoek is afgesloten.',
    })
    // The granted access does not end with the file.
    expect(await opened('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')).toContain('PLANNING')
  })

  test('can be renewed before it ends: the new one is independent of it', async () => {
    const addressId = await makeAddress(system)
    const open = () => opened('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')
    const grant = async (who: string) => {
      const life = await forwarded(who, 'img.svip', form(addressId))
      expect((await life.read('ncg.svip')).proposal.categories[1].road).toBe('OPEN_BY_REQUEST')
      await life.next('ncg.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
      return life
    }
    const old = await grant('img.handler')
    await grant('img.handler')
    await old.next('ncg.svip', 'revoke', { reason: 'Er is een nieuwer verzoek.' })
    expect(await open()).toContain('PLANNING')
  })

  test('of a team member does not use the consent for another request', async () => {
    const addressId = await makeAddress(system)
    const old = await submit('img.handler', form(addressId))
    await old.next('img.svip', 'assess', { test: avgTest() })
    await old.next('img.svip', 'askConsent', { categories: ['PLANNING'] })
    await old.next('img.svip', 'recordReply', reply(true))
    await old.next('img.svip', 'forward')
    await old.next('ncg.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
    const next = await forwarded('img.colleague', 'img.svip', form(addressId))
    expect((await next.read('ncg.svip')).proposal.categories[1].road).toBe('OPEN_BY_REQUEST')
    await next.next('ncg.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
    expect(next.request.answer.onConsent).toEqual([])
    await old.next('ncg.svip', 'revoke', { reason: 'Er is een nieuwer verzoek.' })
    expect(await opened('img.colleague', addressId, 'STATUS_EXCHANGE', 'strengthening')).toContain('PLANNING')
  })

  test('shows the requester its history: each step with who, when and why, and only names of their own organisation', async () => {
    const life = await forwarded('img.handler', 'img.svip', form(await makeAddress(system)))
    await life.next('ncg.svip', 'answer', { granted: [], reason: 'De planning is nog niet bekend.' })
    const { steps, whatNow } = await life.read('img.handler')
    const role = 'svip_officer'
    expect(steps).toMatchObject([
      {
        revision: 1,
        action: 'SUBMIT',
        from: null,
        to: 'SUBMITTED',
        role: 'case_handler',
        employee: 'img.handler',
      },
      { revision: 2, action: 'ASSESS', from: 'SUBMITTED', to: 'ASSESSED', role, employee: 'img.svip' },
      { revision: 3, action: 'FORWARD', from: 'ASSESSED', to: 'FORWARDED', role, employee: 'img.svip' },
      {
        revision: 4,
        action: 'ANSWER',
        from: 'FORWARDED',
        to: 'ANSWERED',
        organisation: 'NCG',
        role,
        employee: null,
        reason: 'De planning is nog niet bekend.',
      },
    ])
    expect(steps.map(({ at }: { at: string }) => at)).toEqual(
      steps.map(({ at }: { at: string }) => at).toSorted(),
    )
    expect(whatNow).toContain('Het is afgewezen; lees de reden.')
    const asOther = await life.read('ncg.svip')
    expect(asOther.steps.map(({ employee }: { employee: string | null }) => employee)).toEqual([
      null,
      null,
      null,
      'ncg.svip',
    ])
    expect(asOther.requester).toBeNull()
  })
})

describe('the consent of the resident', () => {
  const asked = async (addressId: string, categories = ['HANDLER', 'PLANNING']) => {
    const life = await submit('img.handler', form(addressId, { categories }))
    await life.next('img.svip', 'assess', { test: avgTest() })
    await life.next('img.svip', 'askConsent', { categories: ['PLANNING', 'PLANNING'] })
    return life
  }
  const OBLIGATIONS = `{ obligations(first: 100) { nodes { cause addressId owner recipient categories state } } }`
  const obligationsAt = async (addressId: string) => {
    const { data } = await system.ask(OBLIGATIONS, { as: 'img.svip' })
    return data.obligations.nodes.filter((node: { addressId: string }) => node.addressId === addressId)
  }

  test('opens its data through this request alone, and its withdrawal closes them from the next query on', async () => {
    const addressId = await makeAddress(system)
    const life = await asked(addressId)
    expect(life.request).toMatchObject({ state: 'AWAITING_CONSENT', place: 'IMG', dueOn: days(14) })
    const { consent, number } = life.request
    expect(consent).toMatchObject({ reply: 'ASKED', consentId: null, categories: ['PLANNING'] })
    for (const text of [
      'Mogen wij gegevens over uw huis delen?',
      number,
      'Proefstraat 1',
      'de NCG gegevens mag delen met het IMG',
      'de planning',
      'U hoeft geen ja te zeggen. Zegt u nee? Dan heeft dat geen nadeel voor u.',
      'Autoriteit Persoonsgegevens',
    ])
      expect(consent.form).toContain(text)
    expect(consent.form).not.toContain('De bewoner vraagt wanneer')
    expect(await life.read('img.handler')).toMatchObject({
      whatNow: expect.stringContaining('De bewoner is om toestemming gevraagd.'),
      actions: ['WITHDRAW'],
    })

    await life.next('img.svip', 'recordReply', reply(true))
    expect(life.request).toMatchObject({
      state: 'ASSESSED',
      consent: { reply: 'GIVEN', consentId: expect.any(String) },
      proposal: {
        outcome: 'GRANT',
        categories: [
          { category: 'HANDLER', road: 'OPEN_BY_REQUEST' },
          { category: 'PLANNING', road: 'CONSENT_GIVEN' },
        ],
      },
    })
    // Consent for this request opens nothing before the answer, and never for others.
    expect(await opened('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual(MINIMUM)
    await life.next('img.svip', 'forward')
    await life.next('ncg.svip', 'answer', { granted: ['HANDLER', 'PLANNING'] })
    expect(life.request.answer).toMatchObject({ outcome: 'GRANTED', onConsent: ['PLANNING'] })
    const open = () => opened('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')
    expect(await open()).toEqual([...MINIMUM, 'HANDLER', 'PLANNING'])
    for (const who of ['img.svip', 'img.safety'])
      expect(await opened(who, addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual(MINIMUM)

    const { errors } = await system.ask(
      'mutation($id: ID!) { withdrawConsent(id: $id, channel: PHONE, evidence: "notitie") { id } }',
      { as: 'ncg.handler', variables: { id: life.request.consent.consentId } },
    )
    expect(errors).toEqual([])
    expect(await open()).toEqual([...MINIMUM, 'HANDLER'])
    expect(await obligationsAt(addressId)).toMatchObject([
      { cause: 'CONSENT_WITHDRAWN', owner: 'NCG', recipient: 'IMG', categories: ['PLANNING'], state: 'OPEN' },
    ])
  })

  test('that is refused is on record as a refusal, and the public task does not replace it', async () => {
    const addressId = await makeAddress(system)
    const life = await asked(addressId)
    await life.next('img.svip', 'recordReply', reply(false))
    expect(life.request).toMatchObject({
      state: 'ASSESSED',
      consent: { reply: 'REFUSED', consentId: expect.any(String) },
      proposal: { categories: [{ road: 'OPEN_BY_REQUEST' }, { category: 'PLANNING' }] },
    })
    expect(life.request.proposal.categories[1].road).not.toBe('OPEN_BY_REQUEST')
    expect(life.request.steps.at(-1)).toMatchObject({
      action: 'RECORD_CONSENT_REPLY',
      reason: 'De bewoner geeft geen toestemming.',
    })
    await life.next('img.svip', 'forward')
    expect(await life.refusal('ncg.svip', 'answer', { granted: ['HANDLER', 'PLANNING'] })).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'Dit kan volgens de regels niet worden gedeeld: PLANNING. Ken alleen toe: HANDLER.',
    })
    await life.next('ncg.svip', 'answer', { granted: ['HANDLER'], reason: 'De bewoner wil dit niet.' })
    expect(life.request.answer).toMatchObject({ outcome: 'PARTLY_GRANTED', categories: ['HANDLER'] })
    expect(await opened('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual([
      ...MINIMUM,
      'HANDLER',
    ])
  })

  test('that is refused for all categories leaves nothing to forward, and a new request gets no further', async () => {
    const addressId = await makeAddress(system)
    const life = await asked(addressId, ['PLANNING'])
    await life.next('img.svip', 'recordReply', reply(false))
    expect(await life.refusal('img.svip', 'forward')).toEqual({
      code: 'BAD_USER_INPUT',
      message:
        'Zo kan niets van dit verzoek worden gedeeld. Vraag de bewoner om toestemming, of beoordeel het opnieuw.',
    })
    await life.next('img.svip', 'assess', { test: avgTest('legalBasis') })
    expect(life.request).toMatchObject({
      state: 'ANSWERED',
      answer: { outcome: 'REFUSED', answeredBy: 'IMG' },
    })
    await life.next('img.handler', 'close')

    const again = await submit('img.handler', form(addressId, { categories: ['PLANNING'] }))
    await again.next('img.svip', 'assess', { test: avgTest() })
    expect((await again.refusal('img.svip', 'forward')).code).toBe('BAD_USER_INPUT')
  })
})

describe('a request to link the two handlers', () => {
  test('makes the buddy link, and is not closed before that', async () => {
    const addressId = await makeAddress(system)
    const life = await forwarded('img.handler', 'img.svip', form(addressId, linking))
    await life.next('ncg.svip', 'answer', { granted: ['HANDLER', 'PLANNING'] })
    expect((await life.read('img.handler')).whatNow).toContain('Leg nu vast welke behandelaars')
    expect(await life.refusal('img.handler', 'close')).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'Leg eerst vast wat er met het antwoord is gedaan. Daarna kan het verzoek worden afgesloten.',
    })
    expect(
      (await life.refusal('img.handler', 'followUp', { remarks: 'x', imgHandler: buddies.imgHandler }))
        .message,
    ).toContain('ncgHandler')
    await life.next('ncg.svip', 'followUp', { remarks: 'Zij hebben elkaar gesproken.', ...buddies })
    expect(life.request).toMatchObject({ state: 'FOLLOWED_UP', place: 'REQUESTER', buddyLink: buddies })
    await life.next('img.svip', 'close')
    expect((await life.read('img.colleague')).buddyLink).toEqual(buddies)

    // A later request for the same link does not reveal the names.
    const other = await submit('ncg.handler', form(addressId, linking))
    expect(other.request.buddyLink).toBeNull()
    expect((await other.read('ncg.svip')).buddyLink).toBeNull()
  })
})

describe('a request to speed up', () => {
  test('goes to the other desk and its priority team, five people in all', async () => {
    const addressId = await makeAddress(system)
    const life = await forwarded('ncg.handler', 'ncg.svip', form(addressId, speedingUp))
    expect(await life.read('img.priority')).toBeNull()
    await life.next('img.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
    expect(life.request).toMatchObject({ state: 'ANSWERED', place: 'IMG' })
    expect(await life.refusal('ncg.handler', 'followUp', { remarks: 'Voorrang!' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await life.read('img.priority')).actions).toEqual(['RECORD_FOLLOW_UP'])
    expect((await life.refusal('img.priority', 'followUp', { remarks: 'x' })).message).toContain(
      'priorityDecision',
    )
    expect(
      (
        await life.refusal('img.priority', 'followUp', {
          remarks: 'x',
          priorityDecision: 'PRIORITISED',
          decidedOn: days(1),
        })
      ).message,
    ).toContain('kan niet in de toekomst liggen')
    await life.next('img.priority', 'followUp', {
      remarks: 'Kwetsbare bewoner.',
      priorityDecision: 'PRIORITISED',
    })
    expect(life.request).toMatchObject({
      followUp: { priorityDecision: 'PRIORITISED', decidedOn: days(0) },
      steps: expect.arrayContaining([
        expect.objectContaining({ action: 'RECORD_FOLLOW_UP', role: 'priority_team', organisation: 'IMG' }),
      ]),
    })
    expect(await read('privacy.officer', life.id)).toMatchObject({
      state: 'FOLLOWED_UP',
      actions: ['REVOKE'],
    })
    await life.next('ncg.handler', 'close')
    expect(life.request.state).toBe('CLOSED')
  })
})

describe('a desk', () => {
  test('refuses what does not pass the AVG test, with the reasons', async () => {
    const life = await submit('img.handler', form(await makeAddress(system)))
    await life.next('img.svip', 'assess', { test: avgTest('necessity', 'subsidiarity') })
    expect(life.request).toMatchObject({
      state: 'ANSWERED',
      place: 'REQUESTER',
      answer: {
        outcome: 'REFUSED',
        reason: 'Nee: necessity. Nee: subsidiarity.',
        answeredBy: 'IMG',
        open: false,
      },
    })
    expect(life.request.assessment).toHaveLength(6)
    expect(await read('ncg.svip', life.id)).toBeNull()
    await life.next('img.handler', 'close')
  })

  test('can find less necessary than was requested, and then only that can be granted', async () => {
    const addressId = await makeAddress(system)
    const life = await submit(
      'img.handler',
      form(addressId, { categories: ['STATUS', 'HANDLER', 'PLANNING'] }),
    )
    await life.next('img.svip', 'assess', { test: avgTest(), categories: ['HANDLER', 'HANDLER'] })
    expect(life.request).toMatchObject({
      categories: ['STATUS', 'HANDLER', 'PLANNING'],
      neededCategories: ['HANDLER'],
    })
    await life.next('img.svip', 'forward')
    expect(
      (await life.refusal('ncg.svip', 'answer', { granted: ['PLANNING'], reason: 'Ruim.' })).message,
    ).toBe('Niet gevraagd, dus niet toe te kennen: PLANNING.')
    await life.next('ncg.svip', 'answer', { granted: ['HANDLER'] })
    expect(await opened('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual([
      ...MINIMUM,
      'HANDLER',
    ])
  })

  test('grants a part with its reason, and nothing without one', async () => {
    const addressId = await makeAddress(system)
    const life = await forwarded(
      'img.handler',
      'img.svip',
      form(addressId, { categories: ['HANDLER', 'PLANNING'] }),
    )
    expect((await life.refusal('ncg.svip', 'answer', { granted: ['HANDLER'] })).message).toContain(
      'Geef een reden',
    )
    await life.next('ncg.svip', 'answer', { granted: ['HANDLER'], reason: 'De planning verandert nog.' })
    expect(life.request.answer).toMatchObject({
      outcome: 'PARTLY_GRANTED',
      reason: 'De planning verandert nog.',
    })
    expect(await opened('img.handler', addressId, 'STATUS_EXCHANGE', 'strengthening')).toEqual([
      ...MINIMUM,
      'HANDLER',
    ])
  })

  test('returns what is not clear; after a supplement it is assessed again', async () => {
    const life = await forwarded('img.handler', 'img.svip', form(await makeAddress(system)))
    await life.next('ncg.svip', 'return', { reason: 'Om welk deel van het huis gaat het?' })
    expect(life.request).toMatchObject({ state: 'RETURNED', place: 'REQUESTER', dueOn: days(14) })
    expect(await life.read('img.handler')).toMatchObject({
      actions: ['SUPPLEMENT', 'WITHDRAW'],
      whatNow: expect.stringContaining('Vul uw verzoek aan.'),
    })
    await life.next('img.handler', 'supplement', { necessity: 'Het gaat om de schuur achter het huis.' })
    expect(life.request).toMatchObject({ state: 'SUBMITTED', place: 'IMG', assessment: null })
    expect((await life.refusal('ncg.svip', 'answer', { granted: ['STATUS'] })).code).toBe('BAD_USER_INPUT')
    await life.next('img.svip', 'assess', { test: avgTest() })
    await life.next('img.svip', 'forward')
    await life.next('ncg.svip', 'answer', { granted: ['STATUS', 'PLANNING'] })
    expect(life.request.revision).toBe(8)
  })

  test('extends the term and reassigns work, with the reason', async () => {
    const life = await submit('img.handler', form(await makeAddress(system)))
    await life.next('img.svip', 'assign', { employee: 'img.svip-2' })
    expect(life.request.assignee).toBe('img.svip-2')
    await life.next('img.svip', 'assign', { employee: null })
    expect(life.request.assignee).toBeNull()
    await life.next('img.svip', 'extend', { dueOn: days(10), reason: 'De deskundige is met vakantie.' })
    expect(life.request).toMatchObject({ dueOn: days(10), state: 'SUBMITTED' })
    expect(await life.read('img.handler')).toMatchObject({
      dueOn: days(10),
      steps: expect.arrayContaining([
        expect.objectContaining({ action: 'EXTEND_DEADLINE', reason: 'De deskundige is met vakantie.' }),
      ]),
    })
  })

  test.each(['ncg.svip', 'ncg.privacy', 'privacy.officer'])(
    'ends the granted access: %s revokes it, and the next query does not return the data',
    async (who) => {
      const addressId = await makeAddress(system)
      const life = await forwarded('img.handler', 'img.svip', form(addressId, linking))
      await life.next('ncg.svip', 'answer', { granted: ['HANDLER', 'PLANNING'] })
      expect(await opened('img.handler', addressId, 'COOPERATION', 'strengthening')).toContain('PLANNING')
      await life.next(who, 'revoke', { reason: 'Het dossier is overgedragen.' })
      expect(life.request.answer).toMatchObject({ open: false, revokedAt: expect.any(String) })
      expect(await opened('img.handler', addressId, 'COOPERATION', 'strengthening')).not.toContain('PLANNING')
      expect((await life.refusal(who, 'revoke', { reason: 'Nog eens.' })).code).toBe('BAD_USER_INPUT')
      const { data } = await system.ask(
        '{ obligations(first: 100) { nodes { cause addressId recipient } } }',
        {
          as: 'img.svip',
        },
      )
      expect(data.obligations.nodes).toContainEqual({ cause: 'REQUEST_REVOKED', addressId, recipient: 'IMG' })
      // A revoked request needs no link any more.
      await life.next('img.handler', 'close')
    },
  )
})

describe('the requester', () => {
  test('withdraws a request, in any state', async () => {
    const life = await forwarded('img.handler', 'img.svip', form(await makeAddress(system)))
    await life.next('img.handler', 'withdraw', { reason: 'De bewoner weet het al.' })
    expect(life.request).toMatchObject({ state: 'WITHDRAWN', place: null, actions: [], answer: null })
    expect((await life.refusal('ncg.svip', 'answer', { granted: ['STATUS'] })).message).toContain(
      'De stand is: ingetrokken. U kunt er nu geen stap mee zetten.',
    )
  })

  test('can be a municipality: the desk of the agency that does not own the data assesses it', async () => {
    const addressId = await makeAddress(system)
    const acute = { kind: 'OTHER', purpose: 'ACUTE_SAFETY', categories: ['SAFETY'], owner: 'NCG' }
    const life = await submit('gemeente.eemsdelta', form(addressId, acute))
    expect(life.request).toMatchObject({
      assessingDesk: 'IMG',
      place: 'IMG',
      municipality: '1979',
      dueOn: days(1),
    })
    expect(await read('gemeente.groningen', life.id)).toBeNull()
    await life.next('img.svip', 'assess', { test: avgTest() })
    expect(life.request.proposal.outcome).toBe('NOT_NEEDED')
    await life.next('img.svip', 'forward')
    await life.next('ncg.svip', 'answer', { granted: ['SAFETY'] })
    expect((await life.read('gemeente.eemsdelta')).answer.outcome).toBe('GRANTED')
    await life.next('gemeente.eemsdelta', 'close')
  })

  test('can be the intervention team; circumstances need the explicit consent of the resident', async () => {
    const addressId = await makeAddress(system)
    const stuck = { kind: 'OTHER', purpose: 'STUCK_CASE', owner: 'IMG' }
    const categories = ['PLANNING', 'FINANCIAL', 'CIRCUMSTANCES']
    const life = await submit('intervention.team', form(addressId, { ...stuck, categories }))
    expect(life.request).toMatchObject({ assessingDesk: 'NCG', place: 'NCG', requestedBy: 'SVIP' })
    await life.next('ncg.svip', 'assess', { test: avgTest() })
    expect(life.request.proposal).toMatchObject({
      outcome: 'ASK_CONSENT',
      categories: [{ road: 'OPEN_BY_REQUEST' }, { road: 'OPEN_BY_REQUEST' }, { road: 'CONSENT_NEEDED' }],
    })
    await life.next('ncg.svip', 'askConsent')
    expect(life.request.consent).toMatchObject({ categories: ['CIRCUMSTANCES'] })
    expect(life.request.consent.form).toContain('Interventieteam')
    await life.next('ncg.svip', 'recordReply', reply(true))
    await life.next('ncg.svip', 'forward')
    await life.next('img.svip', 'answer', { granted: categories })
    expect(life.request.answer).toMatchObject({ outcome: 'GRANTED', onConsent: ['CIRCUMSTANCES'] })
    expect(await opened('intervention.team', addressId, 'STUCK_CASE', 'damage')).toEqual(
      expect.arrayContaining(categories),
    )
    expect(await opened('ncg.handler', addressId, 'COOPERATION', 'damage')).not.toContain('CIRCUMSTANCES')
    expect(await read('img.handler', life.id)).toBeNull()
  })
})
