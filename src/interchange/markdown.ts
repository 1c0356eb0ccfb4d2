import MarkdownIt from 'markdown-it'

const reader = new MarkdownIt({ html: false, linkify: false }).disable('table')

/**
 * What a Markdown text says without its marks: paragraphs and list items on lines of their own,
 * links as `text (address)`.
 */
export function plainText(markdown: string): string {
  const lines: string[] = []
  for (const token of reader.parse(markdown, {})) {
    if (token.type === 'inline') lines.push(inline(token.children ?? []))
    if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content.trimEnd())
  }
  return lines.join('\n')
}

type Token = ReturnType<typeof reader.parse>[number]

function inline(tokens: Token[]): string {
  let text = ''
  let address: string | null = null
  for (const token of tokens) {
    if (token.type === 'link_open') address = String(token.attrGet('href') ?? '')
    else if (token.type === 'link_close') text += address ? ` (${address})` : ''
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
    else text += token.content
  }
  return text
}
