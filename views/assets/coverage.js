// Going through what is left of a text with single keys. They hold only where its coverage is shown,
// which is asked for, and never while something is typed; without script the same ways are links.
;(() => {
  const bar = () => document.getElementById('coverage')
  const left = () => [...document.querySelectorAll('.look-left > .number')]
  const heightOf = (number) => document.getElementById(`s${number}`)?.getBoundingClientRect().top
  const numberOf = ({ id }) => Number(id.slice(1))

  /** Where one is in the text, by the number of the sentence. */
  let at = 0
  /** What gets the focus when the answer is there: the way into a form. */
  let into = null
  /** The form whose sentence is done with, once it was sent; and how high that stood then. */
  let sent = null
  let top = 0

  function here() {
    const sentence = document.activeElement?.closest?.('.sentence')
    return sentence ? Number(sentence.id.slice(1)) : at
  }

  function mark() {
    for (const one of document.querySelectorAll('.number[aria-current]')) {
      if (numberOf(one) !== at) one.removeAttribute('aria-current')
    }
    document.getElementById(`n${at}`)?.setAttribute('aria-current', 'true')
  }

  function say(text) {
    const place = document.getElementById('coverage-said')
    if (place) place.textContent = text
  }

  function go(number) {
    if (!number) return say(bar().dataset.none)
    at = numberOf(number)
    mark()
    number.focus({ preventScroll: true })
    const { top, bottom } = number.parentElement.getBoundingClientRect()
    if (top < 80 || bottom > innerHeight - 80)
      number.parentElement.scrollIntoView({ block: 'center' })
    say(bar().dataset.said.replace('{number}', at))
  }

  function step(forwards) {
    const [all, from] = [left(), here()]
    if (forwards) go(all.find((one) => numberOf(one) > from) ?? all[0])
    else go(all.findLast((one) => numberOf(one) < from) ?? all.at(-1))
  }

  /** The form for the sentence one is at; what was typed in another one is asked after first. */
  function open(aside) {
    const text = document.querySelector('.text[data-take]')
    const number = here()
    if (!text || !document.getElementById(`n${number}`)) return
    at = number
    const path = new URL(text.dataset.take, location.href)
    path.searchParams.set('from', number)
    path.searchParams.set('to', number)
    if (aside) path.searchParams.set('aside', '1')
    into = aside ? '#aside-reason-0' : '#claim-statement'
    htmx.ajax('GET', path.pathname + path.search, { source: bar(), target: 'body', push: 'true' })
  }

  const keys = {
    n: () => step(true),
    p: () => step(false),
    a: () => open(true),
    c: () => open(false),
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (!bar() || !Object.hasOwn(keys, event.key)) return
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
    event.preventDefault()
    keys[event.key]()
  })

  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('#next-left') || !bar()) return
    event.preventDefault()
    step(true)
  })

  document.addEventListener('submit', ({ target }) => {
    const isOurs = bar() && target.matches('#aside-form, #claim-form')
    sent = isOurs ? { form: target, id: target.id } : null
    const chosen = [...document.querySelectorAll('.sentence:is(.chosen, .touched)')].at(-1)
    if (!sent || !chosen) return
    at = Number(chosen.id.slice(1))
    top = heightOf(at)
  })

  // Other answers, such as what is similar to what one typed, may come in between.
  let answered = null
  document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
    answered = ctx.sourceElement
  })

  // The form that one asked for gets the focus; after it was sent, the next sentence that is left.
  document.addEventListener('htmx:after:swap', () => {
    if (!bar()) return
    mark()
    if (into && answered?.id === 'coverage') {
      document.querySelector(into)?.focus()
      into = null
    }
    if (!sent || answered !== sent.form) return
    const { id } = sent
    sent = null
    if (document.getElementById(id)) return
    // What is said above the text moves nothing in it.
    scrollBy({ top: (heightOf(at) ?? top) - top, behavior: 'instant' })
    step(true)
  })
})()
