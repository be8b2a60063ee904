import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { systemUrls } from '../support/system.ts'
import { until } from '../support/until.ts'
import { launch } from './chromium.ts'
import { overflow, tabTo, type Visit, violations, visit } from './visit.ts'

const { gateway, identity } = systemUrls()
const GRAPHIQL = `${gateway}/graphiql`

let browser: Browser
const visits: Visit[] = []

// The first run installs the browser.
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
afterEach(async () => {
  for (const { close } of visits.splice(0)) await close()
})

async function open(path: string, width?: number): Promise<Visit> {
  const opened = await visit(browser, width)
  visits.push(opened)
  await opened.page.goto(gateway + path)
  return opened
}

const choose = (page: Page, persona: string) => page.locator(`button[value="${persona}"]`).click()
const openTab = (page: Page) => page.locator('[role=tab][aria-selected=true], .graphiql-tab-active').first()

async function signIn(persona: string, path = '/login', width?: number): Promise<Visit> {
  const opened = await open(path, width)
  await choose(opened.page, persona)
  await opened.page.getByRole('button', { name: /^Execute query/ }).waitFor()
  return opened
}

describe('a user with a keyboard', () => {
  test('signs in, runs the unified query and reads the answer', async () => {
    const { page, requests, complaints } = await open('/')
    await tabTo(page, 'Inloggen')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${identity}/interaction/*`)
    await tabTo(page, /ncg\.handler/, 'button')
    await page.keyboard.press('Enter')
    await page.waitForURL(GRAPHIQL)
    await tabTo(page, /^Execute query/, 'button')
    await page.keyboard.press('Enter')
    const result = page.locator('.result-window')
    await result.getByText('"Hoofdstraat"').waitFor()
    expect(await result.textContent()).toContain('"concurrence"')
    expect(page.url()).toBe(GRAPHIQL)

    const asked = requests.filter((request) => request.url() === `${gateway}/graphql`)
    const headers = await Promise.all(asked.map((request) => request.allHeaders()))
    const token = headers[0]?.authorization?.replace('Bearer ', '') ?? ''
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    for (const { cookie, authorization } of headers)
      expect([cookie, authorization]).toEqual([undefined, `Bearer ${token}`])

    const origins = new Set(requests.map((request) => new URL(request.url()).origin))
    expect([...origins].sort()).toEqual([gateway, identity].sort())
    const elsewhere = [
      ...requests.map((request) => request.url()),
      await page.evaluate<string>('JSON.stringify(localStorage)'),
    ]
    expect(elsewhere.filter((text) => text.includes(token))).toEqual([])
    expect(complaints).toEqual([])
  })

  test('cancels, reads in Dutch what happened, and tries again', async () => {
    const { page } = await open('/login')
    await tabTo(page, 'Annuleren', 'button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Inloggen is niet gelukt' }).waitFor()
    expect(await page.getByRole('main').textContent()).toContain('U hebt het inloggen afgebroken')
    await tabTo(page, 'Opnieuw inloggen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Kies wie u bent' }).waitFor()
  })

  test('signs out, and has no session', async () => {
    const { page } = await signIn('ncg.handler')
    await page.evaluate('document.activeElement.blur()')
    await tabTo(page, 'Uitloggen', 'button')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${gateway}/`)
    expect(await page.getByRole('main').textContent()).toContain('U bent niet ingelogd')
    await page.goBack()
    await page.getByRole('heading', { name: 'Kies wie u bent' }).waitFor()
  })
})

describe('without signing in', () => {
  test('GraphiQL redirects to the choice of a persona', async () => {
    const { page } = await open('/graphiql')
    expect(page.url()).toMatch(`${identity}/interaction/`)
  })

  test('no page makes the browser report an error or warning', async () => {
    const { complaints, page } = await open('/')
    await page.goto(`${gateway}/graphiql`)
    expect(complaints).toEqual([])
  })
})

test('the cookie of a session gives no access to a GraphQL endpoint', async () => {
  const { page } = await signIn('ncg.handler')
  const ask = (headers: Record<string, string>) =>
    page.request.post(`${gateway}/graphql`, { data: { query: '{ __typename }' }, headers })
  expect((await page.context().cookies()).map(({ name }) => name)).toContainEqual(
    expect.stringMatching(/^samenloop_session_/),
  )
  expect((await ask({})).status()).toBe(401)
  expect((await ask({ origin: gateway })).status()).toBe(401)
})

test('signing in also works at localhost, where the identity provider is another site', async () => {
  const { page } = await open('/')
  const origin = gateway.replace('127.0.0.1', 'localhost')
  await page.goto(`${origin}/login`)
  await choose(page, 'img.handler')
  await page.waitForURL(`${origin}/graphiql`)
  await page.getByText('Hanna Bos').waitFor()
})

describe('GraphiQL', () => {
  test('opens the query that was chosen on the start page, with its header', async () => {
    const { page, requests } = await open('/')
    await page.getByRole('link', { name: /^Eigen versterkingsprojecten/ }).click()
    await choose(page, 'ncg.handler')
    const execute = page.getByRole('button', { name: /^Execute query/ })
    await execute.waitFor()
    expect(await openTab(page).textContent()).toMatch(/^Eigen versterkingsprojecten/)
    await execute.click()
    await page.locator('.result-window').getByText('"totalCount"').waitFor()
    expect(
      (await requests.findLast((request) => request.url() === `${gateway}/graphql`)?.allHeaders())?.[
        'x-purpose'
      ],
    ).toBe('COOPERATION')
  })

  test('keeps its tabs after a reload and for another user, and adds none', async () => {
    const { page } = await signIn('ncg.handler', '/login?vraag=beleid')
    const tabs = page.locator('.graphiql-tab')
    const before = await tabs.allInnerTexts()
    expect(before).toContain('Beleid van vandaag')
    // GraphiQL stores its tabs half a second after the last change.
    await until(() => page.evaluate<boolean>('localStorage.getItem("graphiql:tabState") !== null'))
    await page.reload()
    await tabs.first().waitFor()
    expect(await tabs.allInnerTexts()).toEqual(before)
    expect(await openTab(page).textContent()).toMatch(/^Beleid van vandaag/)
    await page.getByRole('link', { name: 'Iemand anders' }).click()
    await choose(page, 'img.handler')
    await tabs.first().waitFor()
    expect(await tabs.allInnerTexts()).toEqual(before)
    await page.getByText('Hanna Bos').waitFor()
  })
})

describe('the user of GraphiQL', () => {
  const shown = (page: Page) => page.locator('#visitor p:visible').textContent()
  const ask = (page: Page) => page.getByRole('button', { name: /^Execute query/ }).click()
  const looksAgain = (page: Page) => page.evaluate('dispatchEvent(new Event("focus"))')

  test('after a sign-out in another window, GraphiQL says so with a link to sign in, and sends no query', async () => {
    const { page, requests } = await signIn('ncg.handler')
    expect(await shown(page)).toBe('Ingelogd als Noor Dijkstra (ncg.handler)')
    const other = await page.context().newPage()
    await other.goto(`${gateway}/`)
    await other.getByRole('button', { name: 'Uitloggen' }).click()
    await other.waitForURL(`${gateway}/`)
    const before = requests.filter((request) => request.url() === `${gateway}/graphql`).length
    await ask(page)
    await page.locator('.result-window').getByText('UNAUTHENTICATED').waitFor()
    expect(await shown(page)).toBe('U bent niet ingelogd. Inloggen')
    expect(requests.filter((request) => request.url() === `${gateway}/graphql`)).toHaveLength(before)
    expect(await page.getByRole('button', { name: 'Uitloggen' }).count()).toBe(0)
    expect(await violations(page, '#graphiql')).toEqual([])
    await page.getByRole('link', { name: 'Inloggen' }).click()
    await page.getByRole('heading', { name: 'Kies wie u bent' }).waitFor()
  })

  test('is the one who signed in last, in whichever window, and is shown', async () => {
    const { page, requests } = await signIn('ncg.handler')
    const other = await page.context().newPage()
    await other.goto(`${gateway}/login`)
    await choose(other, 'img.handler')
    await other.waitForURL(GRAPHIQL)
    await looksAgain(page)
    await until(async () => (await shown(page)) === 'Ingelogd als Hanna Bos (img.handler)')
    await ask(page)
    await page.locator('.result-window').getByText('"Hoofdstraat"').waitFor()
    const asked = requests.findLast(
      (request) => request.url() === `${gateway}/graphql` && request.frame().page() === page,
    )
    const token = (await asked?.allHeaders())?.authorization ?? ''
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      sub: 'img.handler',
    })
  })
})

describe.each([
  { what: 'a desk', width: 1280 },
  { what: 'a telephone', width: 320 },
])('on the screen of $what', ({ width }) => {
  test('our pages are accessible and fit', async () => {
    const { page } = await open('/', width)
    const check = async (where: string) =>
      expect([where, await violations(page), await overflow(page)]).toEqual([where, [], 0])
    await check('start page')
    await page.getByText('Tekst van de vraag').first().click()
    await check('start page with a question open')
    await page.goto(`${gateway}/login`)
    await check('persona page')
    await page.getByRole('button', { name: 'Annuleren' }).click()
    await check('failure page')
    await page.goto(`${gateway}/callback?code=x&state=x`)
    await check('stale sign-in')
  })

  test('so are they for a signed-in user; of GraphiQL only our parts', async () => {
    const { page } = await signIn('ncg.handler', '/login', width)
    // GraphiQL is a library: we cannot change its contrasts and roles. All its queries can be run with curl too.
    expect([await violations(page, '#graphiql'), await overflow(page)]).toEqual([[], 0])
    expect((await page.locator('.result-window').boundingBox())?.width).toBeGreaterThan(200)
    // Only the page itself is below it, so it is no longer than GraphiQL needs on a telephone.
    const beyond = await page.evaluate<number>(
      'document.documentElement.scrollHeight - document.querySelector("#graphiql").getBoundingClientRect().bottom - scrollY',
    )
    expect(Math.round(beyond)).toBe(0)
    // The first Tab skips the header, and the focus is visible.
    await page.evaluate('document.activeElement.blur()')
    await tabTo(page, 'Naar de vraag')
    await page.keyboard.press('Enter')
    const outline = 'getComputedStyle(document.activeElement).outlineStyle'
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate<boolean>('document.querySelector("#graphiql").contains(document.activeElement)'),
      ).toBe(true)
      expect(await page.evaluate(outline)).toBe('solid')
    }
    expect((await page.locator('.graphiql-tab-button').allInnerTexts())[0]).toBe('Eén adres, alle kanten')
    await page.goto(`${gateway}/`)
    expect([await violations(page), await overflow(page)]).toEqual([[], 0])
  })
})
