// Runs in the browser, before the editor, which looks for its workers at once.
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => `/graphiql/${label}.worker.js`,
}

const send = globalThis.fetch.bind(globalThis)

// GraphiQL uses `fetch`. Each operation is sent with the token of the user who is signed in at that moment, or not sent at all.
globalThis.fetch = async (resource, init) => {
  if (new URL(resource.url ?? resource, location.href).pathname !== '/graphql')
    return await send(resource, init)
  const visitor = await findVisitor()
  if (!visitor) return signedOutAnswer()
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${visitor.token}`)
  const response = await send(resource, { ...init, headers })
  if (response.status === 401) showVisitor(null)
  return response
}

const signedOutAnswer = () =>
  new Response(
    JSON.stringify({
      errors: [
        {
          message: 'U bent niet ingelogd. Gebruik de link Inloggen boven aan deze pagina.',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    }),
    { status: 401, headers: { 'content-type': 'application/json' } },
  )

let atExpiry = 0

/** Returns the user who is signed in now, and shows the name on the page; `null` for nobody. */
async function findVisitor() {
  const response = await send('/graphiql/session', { credentials: 'same-origin', cache: 'no-store' })
  const visitor = response.ok ? await response.json() : null
  showVisitor(visitor)
  clearTimeout(atExpiry)
  if (visitor) atExpiry = setTimeout(lookWhoIsSignedIn, visitor.lifeMs)
  return visitor
}

/** Refreshes who is signed in, without sending an operation. When the gateway is down, the next operation shows the error. */
function lookWhoIsSignedIn() {
  findVisitor().catch(() => {})
}

function showVisitor(visitor) {
  const signedIn = document.querySelector('#signed-in')
  signedIn.hidden = visitor === null
  document.querySelector('#sign-out').hidden = visitor === null
  document.querySelector('#signed-out').hidden = visitor !== null
  if (!visitor) return
  signedIn.querySelector('strong').textContent = visitor.name
  signedIn.querySelector('span').textContent = visitor.subject
}

document.addEventListener('DOMContentLoaded', () => {
  const root = document.querySelector('#graphiql')
  const { tabs, chosen } = JSON.parse(root.dataset.options)
  nameTabs(root, new Map(tabs.map(({ query, title }) => [operationName(query), title])))
  // The user may have signed out, or in as another user, in another window.
  document.addEventListener('visibilitychange', lookWhoIsSignedIn)
  globalThis.addEventListener('focus', lookWhoIsSignedIn)
  globalThis.addEventListener('pageshow', lookWhoIsSignedIn)

  const kept = keptTab()
  const first = tabs[chosen ?? 0]
  const open = chosen === null && kept ? kept : first
  globalThis.YogaGraphiQL.renderYogaGraphiQL(root, {
    title: 'GraphiQL',
    endpoint: '/graphql',
    // The token is enough: cookies are not sent.
    credentials: 'omit',
    // The first tab opens when no tab was stored.
    defaultTabs: [first, ...tabs.filter((tab) => tab !== first)],
    initialQuery: open.query,
    initialVariables: open.variables,
    initialHeaders: open.headers,
    // For the header with the purpose; the token is not among the headers of the editor.
    shouldPersistHeaders: true,
    // Otherwise every edit is written to the address bar, and so to the history of the browser.
    onEditQuery: () => {},
  })
})

const operationName = (query) => /^\s*(?:query|mutation)\s+(\w+)/m.exec(query)?.[1]

/** GraphiQL calls a tab by the English name of its operation; here it gets the Dutch title of the example, whenever it is drawn. */
function nameTabs(root, titles) {
  const rename = () => {
    for (const tab of root.querySelectorAll('.graphiql-tab-button')) {
      const title = titles.get(tab.textContent) ?? (tab.textContent === '<untitled>' ? 'Nieuwe vraag' : null)
      if (!title) continue
      tab.textContent = title
      tab.lang = 'nl'
    }
  }
  new MutationObserver(rename).observe(root, { childList: true, characterData: true, subtree: true })
}

/** The tab that was open last time. GraphiQL finds it by its contents, and opens an empty tab otherwise. */
function keptTab() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'))
    const { query, variables, headers } = tabs[activeTabIndex]
    return { query: query ?? '', variables: variables ?? '', headers: headers ?? '' }
  } catch {
    return null
  }
}
