import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // As the house writes it, and as the standard allows.
    'doctype-style': ['error', { style: 'lowercase' }],
    // A page is named by the statement that it is about, however long.
    'long-title': 'off',
    // Safari forgets that a list without markers is one.
    'no-redundant-role': 'off',
  },
})

/** What is wrong with a whole page as HTML, each with its place. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`,
    ),
  )
}
