// The chain through which a claim reached us: links are added, moved and taken out in place. Without
// script an emptied row is no link, and the form comes back with one row more.
;(() => {
  const fieldOf = (element) => element.closest('[data-chain-field]')
  const listIn = (field) => field.querySelector('.chain-links')
  const inputsIn = (list) => [...list.querySelectorAll('input')]

  /** Rows are never moved: what is written in them is. So each keeps its number and its names. */
  function write(list, links) {
    while (list.children.length < links.length) grow(list)
    for (const [i, input] of inputsIn(list).entries()) input.value = links[i] ?? ''
  }

  function grow(list) {
    const last = list.lastElementChild
    const from = list.children.length
    const row = last.cloneNode(true)
    const numbered = (text) => text.replace(String(from), String(from + 1))
    for (const element of [row, ...row.querySelectorAll('*')]) {
      for (const name of ['aria-label', 'title']) {
        const text = element.getAttribute(name)
        if (text) element.setAttribute(name, numbered(text))
      }
    }
    const input = row.querySelector('input')
    input.id = input.id.replace(/\d+$/, String(from))
    input.setAttribute('value', '')
    input.value = ''
    delete input.dataset.typed
    list.append(row)
  }

  function say(field, what, values) {
    const place = field.querySelector('[role=status]')
    place.textContent = Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, () => value),
      place.dataset[what],
    )
  }

  function add(field) {
    const list = listIn(field)
    if (list.children.length < Number(list.dataset.most)) grow(list)
    inputsIn(list).at(-1).focus()
  }

  function move(field, at, to, what) {
    const list = listIn(field)
    const links = inputsIn(list).map(({ value }) => value)
    if (to < 0 || to >= links.length) return
    const link = links[at]
    if (to > at && !links[to]) return
    links[at] = links[to]
    links[to] = link
    write(list, links)
    const place = list.children[to]
    ;(what ? place.querySelector(`[data-chain=${what}]`) : place.querySelector('input')).focus()
    say(field, 'moved', { link, number: String(to + 1) })
  }

  function remove(field, at) {
    const list = listIn(field)
    const links = inputsIn(list).map(({ value }) => value)
    const [link] = links.splice(at, 1)
    write(list, links)
    inputsIn(list)[at].focus()
    say(field, 'removed', { link })
  }

  /** Somebody who is named as the claimant already stays. */
  function fill(field, { links, kind, claimant }) {
    write(listIn(field), JSON.parse(links))
    const { elements } = inputsIn(listIn(field))[0].form
    const named = elements.claimantKind?.value === 'named' && elements.claimant?.value.trim()
    if (elements.claimantKind && !named) {
      elements.claimantKind.value = kind
      if (elements.claimant) elements.claimant.value = claimant
    }
    inputsIn(listIn(field))[0].focus()
    say(field, 'filled', {})
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-chain], .chain-fill button')
    const field = button && fieldOf(button)
    if (!field) return
    event.preventDefault()
    const what = button.dataset.chain
    if (what === 'add') return add(field)
    if (!what) return fill(field, button.parentElement.dataset)
    const row = button.closest('li')
    const at = [...row.parentElement.children].indexOf(row)
    if (what === 'remove') remove(field, at)
    else move(field, at, what === 'up' ? at - 1 : at + 1, what)
  })

  // Alt and an arrow move the link that one is in.
  document.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const row = event.altKey && step && event.target.closest?.('.chain-links > li')
    if (!row || !event.target.value) return
    event.preventDefault()
    const at = [...row.parentElement.children].indexOf(row)
    move(fieldOf(row), at, at + step, null)
  })

  // A form that comes in the place of another has as many rows as were written in.
  document.addEventListener('riscontro:carry', ({ target, detail: next }) => {
    const was = target.querySelector('.chain-links')
    const list = was && next.querySelector('.chain-links')
    while (list && list.children.length < was.children.length) grow(list)
  })
})()
