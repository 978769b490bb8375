/** The page in a real browser, over a real server: what it asks of others, what it breaks and what shuts people out is counted. */
import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'
import {type Answering, serve} from '../../src/api/serve.ts'

const browserPath = '/usr/bin/chromium'

/** For `test(name, {skip: skipped}, ...)`. */
export const skipped = existsSync(browserPath) ? false : 'chromium is not installed'

const axe = (createRequire(import.meta.url)('axe-core') as {source: string}).source

export interface Visit {
  readonly page: Page
  /** Requests to others, errors of the page, violations of its policy: all of them faults. */
  readonly faults: string[]
  /** Barriers that axe calls serious or critical, on the page as it stands. */
  barriers(): Promise<string[]>
}

export interface Visitors {
  readonly url: string
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>
  close(): Promise<void>
}

/** One browser and one server for all tests of a file; `more`: what the browser is started with besides. */
export async function visitors(api: Answering, more: readonly string[] = []): Promise<Visitors> {
  const {url, close} = await serve(api, {port: 0})
  const browser: Browser = await chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more
    ]
  })
  return {
    url,
    async visit(path, options = {}) {
      const context = await browser.newContext({
        viewport: {width: 1440, height: 900},
        locale: 'en',
        ...options
      })
      const page = await context.newPage()
      const faults: string[] = []
      page.on('request', request => {
        if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url()))
          faults.push(`asks ${request.url()}`)
      })
      page.on('pageerror', error => faults.push(error.message))
      page.on('console', message => {
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
      })
      await page.goto(new URL(path, url).href)
      return {page, faults, barriers: () => barriersOf(page)}
    },
    async close() {
      await browser.close()
      await close()
    }
  }
}

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly {readonly target: readonly string[]; readonly failureSummary: string}[]
}

async function barriersOf(page: Page): Promise<string[]> {
  // Evaluated, for the page's policy lets no foreign script in.
  await page.evaluate(axe)
  const violations = await page.evaluate(
    async () =>
      (await (window as unknown as {axe: {run(): Promise<{violations: Violation[]}>}}).axe.run()).violations
  )
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`)
}
