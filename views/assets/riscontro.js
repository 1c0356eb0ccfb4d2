// What the pages need beyond htmx. Everything works without it; it only makes it smoother.
;(() => {
  const body = () => document.body
  const problem = () => document.querySelector('[role=alert]')
  const isPost = (ctx) => ctx.request.method !== 'GET'

  /** Which page is shown: when one goes back, the address is the other one’s before its page is there. */
  let shown = location.pathname
  /** While an answer is swapped in: what it answers, and where one was. */
  let arriving = null

  // The same page stays where it is and is morphed. Another one replaces it whole, so that nothing
  // typed, opened or scrolled here leaks into it.
  document.addEventListener('htmx:before:swap', ({ detail: { ctx, tasks } }) => {
    const main = tasks.find(({ type }) => type === 'main')
    if (!main || main.target !== body()) return
    const refused = isPost(ctx) && ctx.response.status >= 400
    const restored = ctx.request.headers['HX-History-Restore-Request']
    const { pathname } = new URL(ctx.response.raw.url, location.href)
    const same = pathname === (restored ? shown : location.pathname)
    if (!same && !refused) main.swapSpec.style = 'outerSync'
    else if (restored) main.swapSpec.style = 'outerMorph'
    if (!refused) shown = pathname
    // A link can name where one goes on.
    const places = ctx.sourceElement.dataset.focus ? [ctx.sourceElement.dataset.focus] : []
    for (let at = document.activeElement; at && at !== body(); at = at.parentElement) {
      if (at.id) places.push(at.id)
    }
    arriving = {
      stays: (same || refused) && main.swapSpec.show !== 'top',
      restored,
      posted: isPost(ctx) ? ctx.sourceElement : null,
      moves: same && !isPost(ctx) && ctx.request.headers['HX-Boosted'] !== 'true',
      refused,
      places,
      top: scrollY,
    }
  })

  // A refused form leaves the address alone; the page one is on is not pushed a second time.
  document.addEventListener('htmx:before:history:update', (event) => {
    const { history: step } = event.detail
    if (arriving?.refused) event.preventDefault()
    if (step.path === location.pathname + location.search) step.type = 'replace'
  })

  document.addEventListener('htmx:after:swap', () => {
    if (!arriving) return
    const came = arriving
    arriving = null
    enhance()
    // A form that asks shows what this page was asked for, not what was last chosen in it.
    for (const form of document.querySelectorAll('form[data-asks]')) form.reset()
    if (came.restored) return
    if (came.stays) stay(came)
    else arrive()
  })

  htmx.registerExtension('riscontro', {
    // What a person folded open stays open, but for what they have just finished with.
    htmx_before_morph_attr: (element, { attrName, newValue }) => {
      // What is asked for is what the address says, also where a box was ticked by hand.
      if (attrName === 'checked' && element.form?.method === 'get')
        element.checked = newValue !== null
      const folds = attrName === 'open' && newValue === null && element.tagName === 'DETAILS'
      const { posted, refused } = arriving ?? {}
      return !folds || Boolean(posted && !refused && element.contains(posted))
    },
    // A form with unsent words in it is left as it is, revision and all, when another one is sent.
    // Under a link that does not leave the page it goes on with what it is about, and keeps them.
    htmx_before_morph_node: (element, { newNode }) => {
      // What came after the page stays, where it is what would come again.
      if (element.dataset?.later && element.dataset.later === newNode.dataset?.later) return false
      if (!arriving || element === arriving.posted || !isUnsaved(element)) return true
      if (arriving.moves) carryOver(element, newNode)
      return !arriving.posted
    },
  })

  function focus(element, scroll) {
    if (!element) return
    const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]'
    if (!element.matches(focusable)) element.setAttribute('tabindex', '-1')
    element.focus({ preventScroll: !scroll })
  }

  /** On another page one begins at its title, or at what went wrong. */
  function arrive() {
    // Where a form leads to a place, the page names it: its address was lost on the way.
    const place = location.hash.slice(1) || document.getElementById('notice')?.dataset.place
    const anchor = place ? document.getElementById(place) : null
    if (anchor) anchor.scrollIntoView()
    else scrollTo({ top: 0, behavior: 'instant' })
    focus(problem() ?? anchor ?? document.querySelector('[autofocus], h1'))
    // A live region that arrives with its text says nothing: it is filled once it is there.
    const text = document.getElementById('notice')?.textContent
    if (!text) return
    say('')
    setTimeout(say, 120, text)
  }

  /** On the same page the focus stays; where its element is gone, it goes to what held it. */
  function stay({ posted, refused, places, top }) {
    if (problem()) return focus(problem(), true)
    if (posted?.isConnected && !refused) posted.reset()
    const folded = posted?.closest('details:not([open])')
    if (folded) return focus(folded.querySelector('summary'), true)
    if (document.activeElement && document.activeElement !== body()) return
    scrollTo({ top, behavior: 'instant' })
    const place = places.map((id) => document.getElementById(id)).find(Boolean)
    focus(place ?? document.getElementById('main'), Boolean(place))
  }

  function say(text) {
    const notice = document.getElementById('notice')
    if (notice) notice.textContent = text
  }

  // --- What is typed and not sent is not lost by accident.
  const isTyped = (field) =>
    'typed' in field.dataset ||
    (/^(checkbox|radio)$/.test(field.type)
      ? field.checked !== field.defaultChecked
      : /^(textarea|text|url|search|email)$/.test(field.type) && field.value !== field.defaultValue)
  const isChosen = ({ options, selectedIndex }) =>
    options?.[selectedIndex]?.defaultSelected === false &&
    (selectedIndex > 0 || [...options].some((one) => one.defaultSelected))
  /** What a person wrote in a form goes into the form that comes in its place, and stays theirs. */
  function carryOver(form, next) {
    if (!next.elements) return
    const all = form.dataset.guard === 'unsaved'
    form.dispatchEvent(new CustomEvent('riscontro:carry', { bubbles: true, detail: next }))
    for (const field of form.elements) {
      const twin = field.type !== 'hidden' && field.id && next.elements[field.id]
      if (!twin || !('value' in field) || !(all || isTyped(field) || isChosen(field))) continue
      if (/^(checkbox|radio)$/.test(field.type)) twin.toggleAttribute('checked', field.checked)
      else if (twin.options)
        for (const one of twin.options) one.toggleAttribute('selected', one.value === field.value)
      else if (field.type === 'textarea') twin.textContent = field.value
      else twin.setAttribute('value', field.value)
      twin.dataset.typed = ''
    }
    if (all) next.dataset.guard = 'unsaved'
  }
  const isUnsaved = (element) =>
    element.matches?.('form[method=post]') &&
    (element.dataset.guard === 'unsaved' || [...element.elements].some(isTyped))
  const unsaved = (except) =>
    [...document.querySelectorAll('form[data-guard]')].some(
      (form) => form !== except && isUnsaved(form),
    )
  let leaving = false
  addEventListener('beforeunload', (event) => {
    if (!leaving && unsaved()) event.preventDefault()
  })
  document.addEventListener('submit', ({ target }) => {
    leaving = target.matches('[hx-boost=false]') && !unsaved(target)
  })

  // A second click on the button of a form that loads a new page sends nothing a second time.
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!form.matches('[method=post][hx-boost=false]')) return
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
  })
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent
  })
  document.addEventListener('htmx:before:request', (event) => {
    const { ctx } = event.detail
    const leaves =
      ctx.request.headers['HX-Boosted'] === 'true' || 'leaves' in ctx.sourceElement.dataset
    if (!leaves || isPost(ctx)) return
    if (unsaved() && !confirm(body().dataset.unsaved)) event.preventDefault()
  })

  // An answer that never came is said where saving is said.
  document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
    if (ctx?.request && !ctx.response) say(body().dataset.offline)
  })

  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[data-copy]')
    if (!button) return
    const field = document.getElementById(button.dataset.copy)
    field.select()
    navigator.clipboard.writeText(field.value).then(() => say(button.dataset.done))
  })

  // What is typed shows where the page has a place for how it will look.
  document.addEventListener('input', ({ target }) => {
    for (const echo of document.querySelectorAll('[data-echo]'))
      if (echo.dataset.echo === target.id) echo.textContent = target.value
  })

  // A form that asks is sent by each choice, and asks for nothing that is left open.
  document.addEventListener('change', ({ target }) => {
    if (target.matches('form[data-asks] select')) target.form.requestSubmit()
  })
  document.addEventListener('formdata', ({ target, formData }) => {
    if (!('asks' in target.dataset)) return
    for (const [name, value] of [...formData]) if (!value) formData.delete(name)
  })

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
    const search = document.querySelector('[data-search]')
    if (!search) return
    event.preventDefault()
    search.focus()
  })

  /** Buttons that only work with script show themselves; one that only works without it does not. */
  function enhance() {
    for (const button of document.querySelectorAll('[data-without-script]')) button.hidden = true
    if (!navigator.clipboard) return
    for (const button of document.querySelectorAll('[data-copy][hidden]')) button.hidden = false
  }

  enhance()
  if (problem()) focus(problem(), true)
})()
