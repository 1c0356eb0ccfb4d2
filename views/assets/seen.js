// What sentences of the text are like that are known on the desk: where the list beside the text comes step
// by step, each sentence gets its sign in the text. Without script the page has them from the start.
;(() => {
  function mark(row) {
    const { sentence, label } = row.dataset
    const number = document.getElementById(`n${sentence}`)
    const sign = row.querySelector('.seen-sign > svg')
    if (!number || !sign || number.parentElement.querySelector('.seen-mark')) return
    const link = document.createElement('a')
    link.className = 'seen-mark'
    link.href = `#${row.id}`
    link.lang = document.documentElement.lang
    link.title = label
    link.setAttribute('aria-label', label)
    link.append(sign.cloneNode(true))
    number.after(link)
  }

  document.addEventListener('htmx:after:swap', () => {
    const list = document.getElementById('seen-list')
    if (!list) return
    for (const row of list.querySelectorAll('[data-sentence]')) mark(row)
    const done = list.querySelector('[data-done]')
    const said = document.getElementById('seen-said')
    if (done && said && said.textContent !== done.textContent) said.textContent = done.textContent
  })
})()
