import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { systemUrls } from '../support/system.ts'
import { launch } from './chromium.ts'
import { overflow, tabTo, violations, visit } from './visit.ts'

const { gateway } = systemUrls()
const REGISTER = `${gateway}/verwerkingsregister`

let browser: Browser
// The first run installs the browser.
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

describe.each([
  { what: 'a desk', width: 1280 },
  { what: 'a telephone', width: 320 },
])('the register of processing activities on the screen of $what', ({ width }) => {
  test('is accessible and fits, closed and with everything open', async () => {
    const { page, complaints, close } = await visit(browser, width)
    await page.goto(REGISTER)
    expect([await violations(page), await overflow(page)]).toEqual([[], 0])
    await page.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))')
    expect([await violations(page), await overflow(page), complaints]).toEqual([[], 0, []])
    await close()
    // Everything open is thousands of elements for axe.
  })
})

test('opens from the start page by keyboard, and sends no request to another host', async () => {
  const { page, requests, close } = await visit(browser)
  await page.goto(gateway)
  await tabTo(page, 'register van verwerkingsactiviteiten')
  await page.keyboard.press('Enter')
  await page.waitForURL(REGISTER)
  await tabTo(page, /^Nationaal Coördinator Groningen/)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${REGISTER}#NCG`)
  expect(new Set(requests.map((request) => new URL(request.url()).origin))).toEqual(new Set([gateway]))
  await close()
})

test('a link with the end of a code opens that activity', async () => {
  const { page, close } = await visit(browser)
  await page.goto(`${REGISTER}#img.verstrekking-cooperation.twg-2023`)
  const code = page.getByText('urn:samenloop:verwerkingsactiviteit:img:verstrekking-cooperation:twg-2023')
  await code.waitFor({ state: 'visible' })
  await close()
})
