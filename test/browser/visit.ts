import axe from 'axe-core'
import type { Browser, Page, Request } from 'playwright-core'

export type Visit = {
  readonly page: Page
  /** Every request of the visit, also of workers and frames. */
  readonly requests: readonly Request[]
  /** What the browser reported: errors and warnings on the console, uncaught exceptions, refused policies. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Opens a browser context without cookies, which records what happens. */
export async function visit(browser: Browser, width = 1280): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'nl-NL' })
  // Not by a script element, because the pages allow none.
  await context.addInitScript({ content: axe.source })
  const page = await context.newPage()
  const requests: Request[] = []
  const complaints: string[] = []
  context.on('request', (request) => requests.push(request))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, requests, complaints, close: () => context.close() }
}

/** Presses Tab until the element has the focus, as a user without a mouse would; rejects when it never gets it. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  role: 'link' | 'button' = 'link',
): Promise<void> {
  const target = page.getByRole(role, { name }).first()
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element.matches(':focus'))) return
  }
  throw new Error(`The keyboard does not reach ${role} ${name}.`)
}

type Violation = { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] }

/**
 * Returns the violations that axe-core finds on the page, as `rule: elements`; WCAG 2.2 A and AA, and its best practices.
 * @param exclude selector of a part that is not ours.
 */
export async function violations(page: Page, exclude?: string): Promise<readonly string[]> {
  const context = JSON.stringify({ include: ['html'], ...(exclude ? { exclude: [exclude] } : {}) })
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const result = await page.evaluate<{ violations: Violation[] }>(`axe.run(${context}, { runOnly: ${tags} })`)
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
  )
}

/** The width of the page beyond the window; it must be 0 on a telephone (WCAG 1.4.10). */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
