import type { Page } from 'playwright-core'

/** Where words stand in the text that the browser shows, from the first of these to the last of those. */
export async function lines(page: Page, first: string, last: string, isSelected = false) {
  const spots = await page.locator('.text').evaluate(
    (root, { first, last, isSelected }) => {
      const page = root.ownerDocument
      const find = (words: string) => {
        const nodes = page.createTreeWalker(root, 4)
        while (nodes.nextNode()) {
          const node = nodes.currentNode
          const at = node.data.indexOf(words)
          if (at >= 0 && !node.parentElement.closest('a')) return { node, at }
        }
        throw new Error(`The text does not say: ${words}`)
      }
      const [from, to] = [find(first), find(last)]
      from.node.parentElement.scrollIntoView({ block: 'center' })
      if (isSelected) {
        page.getSelection().setBaseAndExtent(from.node, from.at, to.node, to.at + last.length)
      }
      const spot = (node: unknown, at: number, side: 'left' | 'right') => {
        const range = page.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getBoundingClientRect()
        return { x: box[side], y: box.top + box.height / 2 }
      }
      return [spot(from.node, from.at, 'left'), spot(to.node, to.at + last.length - 1, 'right')]
    },
    { first, last, isSelected },
  )
  return spots as [{ x: number; y: number }, { x: number; y: number }]
}

/** As a hand does it: pressed before the first word, let go behind the last. */
export async function drag(page: Page, first: string, last: string): Promise<void> {
  const [from, to] = await lines(page, first, last)
  await page.mouse.move(from.x + 0.5, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 })
  await page.mouse.move(to.x - 0.5, to.y, { steps: 3 })
  await page.mouse.up()
  await page.locator('#selection-bar').waitFor()
}

/** As a finger, or the browser’s own caret, leaves it. */
export async function select(page: Page, first: string, last: string): Promise<void> {
  await lines(page, first, last, true)
  await page.locator('#selection-bar').waitFor()
}
