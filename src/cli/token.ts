import { defineCommand } from 'citty'
import { choices, endTokenFromTerminal, makeTokenFor, tokensOf } from '../desk/tokens/terminal.ts'
import { json, onDesk, say } from './output.ts'

const email = { type: 'string', description: 'the address of a person who works here' } as const

const create = defineCommand({
  meta: { name: 'create', description: 'Make a token for a person’s program; printed this once' },
  args: {
    json,
    email,
    name: { type: 'string', description: 'what it is for' },
    scope: { type: 'string', description: choices.scope.join(', '), default: 'read' },
    admin: { type: 'boolean', description: 'manage people and settings, too', default: false },
    days: { type: 'string', description: `how long: ${choices.days.join(', ')}`, default: '90' },
  },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      const { name, scope, days, admin } = args
      const input = { name, scope, days, ...(admin && { admin: 'yes' }) }
      const { id, token } = await makeTokenFor(desk, args.email ?? '', input)
      say(args.json ? JSON.stringify({ id, token }) : token)
    }),
})

const list = defineCommand({
  meta: { name: 'list', description: 'The tokens in use: of one person, or of everybody' },
  args: { json, email },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      for (const { token, name, usedAt, email } of await tokensOf(desk, args.email ?? null)) {
        const { id, scopes, expiresAt } = token
        const line = { id, email, name, scopes, expiresAt, usedAt }
        if (args.json) say(JSON.stringify(line))
        else say([id, email, name, scopes.join(' '), expiresAt, usedAt ?? '-'].join('\t'))
      }
    }),
})

const revoke = defineCommand({
  meta: { name: 'revoke', description: 'End a token' },
  args: {
    json,
    id: { type: 'positional', description: 'its id, as list prints it', required: true },
  },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      await endTokenFromTerminal(desk, args.id)
      say(args.json ? JSON.stringify({ id: args.id, revoked: true }) : 'Revoked.')
    }),
})

export const token = defineCommand({
  meta: { name: 'token', description: 'What lets programs in: create, list, revoke' },
  subCommands: { create, list, revoke },
})
