// A verdict saves itself as it is written: a while after the last change, when the focus leaves its
// form, and when the page is hidden. What somebody is typing, and where, is left alone.
;(() => {
  const IDLE_MS = 2500
  const LATE_MS = 15_000
  // What a browser lets a request carry that outlives its page.
  const KEPT_ALIVE = 60_000

  let timer = 0
  /** The save that is under way: one at a time, as each is on the revision that the last one made. */
  let saving = null
  /** What was sent and never answered: it is sent again as it was, in case it did arrive. */
  let unanswered = null
  /** The form that was sent by hand, until its answer is here. */
  let sent = null
  /** Puts new content in the place of old, element by element. */
  let morph
  let isTelling = false

  const stateOf = (form) => form?.querySelector?.('[data-autosave]')
  const draft = () => document.querySelector('[data-autosave]')?.closest('form')
  const revisionOf = (form) => Number(form.elements.verdictRevision.value)
  const isChosen = (field) => /^(checkbox|radio)$/.test(field.type)
  const differs = (field) =>
    'typed' in field.dataset ||
    (isChosen(field)
      ? field.checked !== field.defaultChecked
      : 'defaultValue' in field && field.value !== field.defaultValue)
  const isUnsaved = (form) => form.dataset.guard === 'unsaved' || [...form.elements].some(differs)

  function plan() {
    clearTimeout(timer)
    timer = setTimeout(save, IDLE_MS)
  }

  async function save() {
    clearTimeout(timer)
    const form = draft()
    if (!form || saving || form === sent || form.dataset.stopped || !isUnsaved(form)) return
    const isOld = unanswered?.form === form
    const now = isOld ? unanswered : written(form)
    saving = send(now)
    const answer = await saving
    saving = null
    unanswered = answer === null ? now : null
    if (answer === null || !form.isConnected) return
    // What was refused waits for a change; what was typed meanwhile is one.
    const goesOn = answer === 'saved' ? isUnsaved(form) : written(form).body !== now.body
    if (goesOn && (isOld || document.hidden)) void save()
    else if (goesOn) plan()
  }

  /** The form as it stands now. */
  function written(form) {
    const shown = [...form.elements].filter(({ type }) => type !== 'hidden')
    const fields = shown.map((field) => [field, field.value, field.checked])
    const body = new URLSearchParams(new FormData(form))
    body.set('do', 'autosave')
    return { form, fields, body: String(body) }
  }

  /** @returns what came of it; null where no answer came */
  async function send({ form, fields, body }) {
    const { offline, failed } = stateOf(form).dataset
    let page
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { 'HX-Request': 'true', 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
        keepalive: body.length < KEPT_ALIVE,
        signal: AbortSignal.timeout(LATE_MS),
      })
      page = new DOMParser().parseFromString(await response.text(), 'text/html')
    } catch {
      say(form, 'offline', offline)
      return null
    }
    const answer = page.getElementById('saved-draft')
    const state = answer?.dataset.state ?? 'failed'
    say(form, state, answer?.firstElementChild.textContent ?? failed)
    if (answer && form.isConnected) take(form, fields, answer)
    return state
  }

  function say(form, state, text) {
    const place = stateOf(form)
    place.textContent = text
    place.classList.toggle('trouble', state !== 'saved')
  }

  function take(form, fields, answer) {
    const { state, revision, newId } = answer.dataset
    if (state === 'saved') {
      form.elements.verdictRevision.value = revision
      form.elements.newId.value = newId
      form.dataset.guard = 'typed'
      for (const field of fields) keep(...field)
    }
    if (state === 'stopped') form.dataset.stopped = 'yes'
    sayWhatIsWrong(form, answer)
    isTelling = true
    for (const part of answer.querySelectorAll('[data-part]')) {
      const place = document.getElementById(part.dataset.part)
      if (place) morph(place, part, true)
    }
    isTelling = false
  }

  /** What was saved is what the form begins with now; what was typed since differs from it. */
  function keep(field, value, checked) {
    delete field.dataset.typed
    if (isChosen(field)) {
      if (field.defaultChecked !== checked) field.defaultChecked = checked
    } else if ('defaultValue' in field && field.defaultValue !== value) field.defaultValue = value
  }

  /** Under each field, where it moves nothing that is being typed; what is put right goes. */
  function sayWhatIsWrong(form, answer) {
    const lacks = answer.dataset.lacks.split(' ').map((name) => `draft-${name}-error`)
    for (const old of form.querySelectorAll('.field > .error')) {
      if (lacks.includes(old.id)) continue
      document.getElementById(old.id.replace(/-error$/, ''))?.removeAttribute('aria-invalid')
      old.remove()
    }
    for (const error of answer.querySelectorAll('.error')) {
      const field = document.getElementById(error.dataset.of)
      if (!field) continue
      field.setAttribute('aria-invalid', 'true')
      const described = new Set(field.getAttribute('aria-describedby')?.split(' ')).add(error.id)
      field.setAttribute('aria-describedby', [...described].join(' '))
      field.closest('.field').append(error)
    }
  }

  document.addEventListener('input', ({ target }) => {
    if (stateOf(target.form)) plan()
  })
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (stateOf(target.form) && !target.form.contains(relatedTarget)) void save()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) void save()
  })
  addEventListener('online', save)

  // What is asked for while a draft is being saved waits for that: saving by hand is on the revision
  // that it makes, and a page is not left with words that may yet be refused.
  document.addEventListener(
    'submit',
    (event) => {
      const { target: form, submitter } = event
      if (!stateOf(form)) return
      clearTimeout(timer)
      if (saving !== null)
        void afterwards(event, () => form.isConnected && form.requestSubmit(submitter))
      else sent = form
    },
    true,
  )
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('a[href]')
      if (!saving || !link || event.button || event.ctrlKey || event.metaKey || event.shiftKey)
        return
      if (!link.getAttribute('href').startsWith('#')) void afterwards(event, () => link.click())
    },
    true,
  )
  async function afterwards(event, go) {
    event.preventDefault()
    event.stopImmediatePropagation()
    await saving
    setTimeout(go)
  }

  /** A form with nothing unsaved in it, and its revision, while an answer is swapped in. */
  let clean = null
  document.addEventListener('htmx:before:swap', () => {
    const form = draft()
    clean = form && !isUnsaved(form) ? { form, revision: revisionOf(form) } : null
  })
  document.addEventListener('htmx:after:swap', () => {
    if (!sent?.isConnected) sent = null
    // What a colleague saved is shown as it came, over what was once typed and saved here.
    if (clean?.form.isConnected && revisionOf(clean.form) !== clean.revision) clean.form.reset()
  })
  document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
    if (ctx.sourceElement === sent) sent = null
  })

  htmx.registerExtension('drafts', {
    init: (api) => {
      morph = api.morph
    },
    // What a person folded open in the preview stays open.
    htmx_before_morph_attr: (_, { attrName, newValue }) =>
      !(isTelling && attrName === 'open' && newValue === null),
    // A page that was made before the last save is older than what stands in the form.
    htmx_before_morph_node: (form, { newNode }) => {
      if (form.localName !== 'form' || !stateOf(form) || form === sent) return true
      return revisionOf(form) <= revisionOf(newNode)
    },
  })
})()
