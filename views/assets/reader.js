// Taking any words of an article: selected with the mouse, by touch, or word by word from a sentence’s
// number. Without script whole sentences are taken by their numbers.
;(() => {
  const text = () => document.querySelector('.text[data-take]')
  const bar = () => document.getElementById('selection-bar')
  const saying = () => document.getElementById('selection-said')

  /** What is selected in the text: the place in code points, the words, and the range. */
  let current = null
  /** What had the focus when it was selected: there Enter takes it, elsewhere it does what it does. */
  let holder = null
  /** While a button of the mouse is down, or a finger on the bar, nothing shows or hides. */
  let pressed = false

  // --- From the page to the text. Numbers and the shapes of claims are tools, not words.
  const count = (words) => Array.from(words).length
  function* wordsIn(sentence) {
    const nodes = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT)
    while (nodes.nextNode()) {
      if (!nodes.currentNode.parentElement.closest('a')) yield nodes.currentNode
    }
  }
  const wordsOf = (sentence) => Array.from(wordsIn(sentence), (node) => node.data).join('')

  function placeOf(range, root) {
    const parts = []
    let start = null
    let end = null
    for (const sentence of root.querySelectorAll('.sentence')) {
      if (!range.intersectsNode(sentence)) continue
      let at = Number(sentence.dataset.start)
      for (const node of wordsIn(sentence)) {
        const from = node === range.startContainer ? range.startOffset : 0
        const to = node === range.endContainer ? range.endOffset : node.length
        if (range.intersectsNode(node) && from < to) {
          start ??= at + count(node.data.slice(0, from))
          end = at + count(node.data.slice(0, to))
          parts.push(node.data.slice(from, to))
        }
        at += count(node.data)
      }
      parts.push(' ')
    }
    const words = parts.join('').replace(/\s+/g, ' ').trim()
    return words ? { start, end, words, range } : null
  }

  /** A selection that goes on past the text is not about it; a blank after the last line is nothing. */
  function leaves(range, root) {
    if (!root.contains(range.startContainer)) return true
    if (root.contains(range.endContainer)) return false
    const beyond = document.createRange()
    beyond.setStartAfter(root)
    beyond.setEnd(range.endContainer, range.endOffset)
    return beyond.toString().trim() !== ''
  }

  function selected() {
    const root = text()
    const selection = getSelection()
    if (!root || selection.isCollapsed || selection.rangeCount === 0) return null
    const range = selection.getRangeAt(0)
    return leaves(range, root) ? null : placeOf(range, root)
  }

  // --- The bar at the selection, and what is said of it.
  function show() {
    const box = bar()
    if (!box) return
    box.hidden = !current
    if (!current) return
    const lines = current.range.getClientRects()
    const line = lines[lines.length - 1]
    if (!line) return
    const around = box.parentElement.getBoundingClientRect()
    const middle = line.right - around.left - box.offsetWidth / 2
    const left = Math.max(0, Math.min(middle, around.width - box.offsetWidth))
    box.style.left = `${left}px`
    box.style.top = `${line.bottom - around.top}px`
  }

  let pause = 0
  function say(message) {
    clearTimeout(pause)
    pause = setTimeout(() => {
      const place = saying()
      if (place && place.textContent !== message) place.textContent = message
    }, 400)
  }
  function told() {
    if (!current) return ''
    const { words } = current
    const long = count(words) > 160
    const short = long ? `${words.slice(0, 100)} … ${words.slice(-40)}` : words
    return saying()?.dataset.selected.replace('{words}', () => short) ?? ''
  }

  function update() {
    if (pressed) return
    const was = current
    current = selected()
    if (current) holder = document.activeElement
    if (!current && !was) return
    show()
    say(told())
  }

  let frame = 0
  document.addEventListener('selectionchange', () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(update)
  })
  document.addEventListener('pointerdown', ({ target, pointerType, button }) => {
    const holds = pointerType === 'mouse' || target.closest?.('.selection-bar')
    pressed = button === 0 && Boolean(holds)
  })
  for (const type of ['pointerup', 'pointercancel']) {
    document.addEventListener(type, () => {
      // Whatever the click does comes first.
      setTimeout(() => {
        pressed = false
        update()
      })
    })
  }
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest?.('.selection-bar')) event.preventDefault()
  })
  addEventListener('resize', show)

  // --- Taking it: the form comes as it does for a sentence’s number, and nothing moves.
  function take() {
    const root = text()
    if (!root || !current) return
    const path = new URL(root.dataset.take, location.href)
    path.searchParams.set('start', current.start)
    path.searchParams.set('end', current.end)
    htmx.ajax('GET', path.pathname + path.search, { source: root, target: 'body', push: 'true' })
  }
  document.addEventListener('click', ({ target }) => {
    if (target.closest?.('.selection-bar button')) take()
  })
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    // Words that are not there any more are not selected.
    if (ctx.sourceElement !== text()) return update()
    getSelection().removeAllRanges()
    current = null
    show()
    // The words are marked now; from their sentence the keyboard goes on to the form.
    const first = document.querySelector('.sentence:is(.touched, .chosen) > .number')
    if (document.activeElement !== holder || !first?.closest('.text').contains(holder)) {
      first?.focus({ preventScroll: true })
    }
  })

  // --- By the keyboard: a selection that begins at a sentence’s number and goes on word by word.
  let begun = null
  const before = (one, other) =>
    one.sentence < other.sentence || (one.sentence === other.sentence && one.at < other.at)

  /** Where words begin and end in a sentence, with and without the marks that stand at them. */
  function stopsOf(sentence) {
    const words = wordsOf(sentence)
    const { lang } = sentence.closest('[lang]')
    const stops = { begins: new Set(), ends: new Set() }
    const add = (index, { length }) => stops.begins.add(index) && stops.ends.add(index + length)
    for (const one of new Intl.Segmenter(lang, { granularity: 'word' }).segment(words)) {
      if (one.isWordLike) add(one.index, one.segment)
    }
    for (const one of words.matchAll(/\S+/g)) add(one.index, one[0])
    const sorted = (places) => [...places].sort((a, b) => a - b)
    return { begins: sorted(stops.begins), ends: sorted(stops.ends) }
  }

  /** The next place of its kind, forwards or backwards, also in another sentence. */
  function next(sentences, kind, from, step) {
    for (let i = from.sentence; sentences[i]; i += step) {
      const stops = stopsOf(sentences[i])[kind]
      const isNext = (at) => {
        const there = { sentence: i, at }
        return step > 0 ? before(from, there) : before(there, from)
      }
      const at = step > 0 ? stops.find(isNext) : stops.findLast(isNext)
      if (at !== undefined) return { sentence: i, at }
    }
    return null
  }

  function nodeAt(sentence, at, isEnd) {
    let left = at
    for (const node of wordsIn(sentence)) {
      if (left < node.length || (isEnd && left === node.length)) return [node, left]
      left -= node.length
    }
    return [sentence, sentence.childNodes.length]
  }

  function reach(number, { shiftKey, key }) {
    const sentences = [...text().querySelectorAll('.sentence')]
    const step = key === 'ArrowRight' ? 1 : -1
    let { from, to } = current && begun?.number === number.id ? begun : {}
    if (!from) {
      if (step < 0 || !shiftKey) return false
      from = { sentence: sentences.indexOf(number.closest('.sentence')), at: 0 }
      to = next(sentences, 'ends', from, 1)
    } else if (shiftKey) {
      const end = next(sentences, 'ends', to, step)
      if (end && before(from, end)) to = end
    } else {
      from = next(sentences, 'begins', from, step) ?? from
      if (!before(from, to)) to = next(sentences, 'ends', from, 1)
    }
    if (!to) return true
    begun = { number: number.id, from, to }
    const ends = [
      ...nodeAt(sentences[from.sentence], from.at, false),
      ...nodeAt(sentences[to.sentence], to.at, true),
    ]
    getSelection().setBaseAndExtent(...ends)
    update()
    bar()?.scrollIntoView({ block: 'nearest' })
    return true
  }

  /** Enter on the page itself, or on the number where the selection began. */
  const isHere = (at) =>
    at === holder && (at.matches('.number') || (at.contains(text()) && !at.matches('a, button')))

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !text()) return
    const { key, target } = event
    const number = target.closest?.('.text .number')
    if (number && /^Arrow(Left|Right)$/.test(key)) {
      if (reach(number, event)) event.preventDefault()
    } else if (current && key === 'Escape') {
      getSelection().removeAllRanges()
      current = null
      show()
      if (document.activeElement?.closest('.selection-bar')) holder?.focus()
      say(saying()?.dataset.dropped ?? '')
    } else if (current && key === 'Enter' && isHere(target)) {
      event.preventDefault()
      take()
    }
  })

  // --- Which words are which claim’s: shown while one points at the claim, or at its shape.
  let pointed = null
  function point({ target, type }) {
    const over = /over|in$/.test(type) ? target.closest?.('[data-of]') : null
    const id = over?.dataset.of ?? null
    if (id === pointed) return
    pointed = id
    for (const words of document.querySelectorAll('.taken-words')) {
      words.classList.toggle('pointed', words.dataset.in.split(' ').includes(id))
    }
  }
  for (const type of ['mouseover', 'mouseout', 'focusin', 'focusout']) {
    document.addEventListener(type, point)
  }
})()
