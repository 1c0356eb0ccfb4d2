import { defineCommand } from 'citty'
import { readConfig } from '../config.ts'
import {
  createFromTerminal,
  linkFromTerminal,
  listFromTerminal,
  resetFromTerminal,
  roleNames,
  turnFromTerminal,
} from '../desk/accounts/terminal.ts'
import { json, onDesk, say } from './output.ts'
import { passwordFrom } from './password.ts'

const stdin = {
  type: 'boolean',
  description: 'read the password from standard input; without, a link is printed to choose one',
  default: false,
} as const

const who = {
  type: 'positional',
  description: 'somebody’s address or id',
  valueHint: 'WHO',
  required: true,
} as const

/** Where a link leads by which somebody chooses a password. */
function linkTo(token: string): string {
  const { origin, port } = readConfig()
  return `${origin ?? `http://localhost:${port}`}/password/${token}`
}

type Link = { token: string; expiresAt: string }

/** Says how somebody comes in. */
function sayLink(about: Record<string, unknown>, link: Link | null, asJson: boolean): void {
  const way = link && { link: linkTo(link.token), expiresAt: link.expiresAt }
  if (asJson) say(JSON.stringify({ ...about, ...way }))
  else if (way) say(`A link to choose a password, until ${way.expiresAt}:\n  ${way.link}`)
}

export const accountCreate = defineCommand({
  meta: { name: 'create', description: 'Make an account; the first one founds the desk' },
  args: {
    name: { type: 'string', description: 'what they are called', required: true },
    email: { type: 'string', description: 'what they sign in with', required: true },
    role: {
      type: 'string',
      description: `${roleNames.join(', ')}; checker without`,
      valueHint: 'ROLE',
    },
    admin: { type: 'boolean', description: 'who manages people and settings', default: false },
    desk: {
      type: 'string',
      description: 'what the desk is called, with its first account: an editor and admin',
      valueHint: 'NAME',
    },
    stdin,
    json,
  },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      const { name, email, role, admin } = args
      const password = args.stdin ? await passwordFrom() : null
      const input = { name, email, admin, desk: args.desk, ...(role && { role }) }
      const { id, link, ...made } = await createFromTerminal(desk, input, password)
      if (!args.json) say(`made  ${made.email}  ${id}`)
      sayLink({ id, email: made.email, first: made.first }, link, args.json)
    }),
})

export const accountList = defineCommand({
  meta: { name: 'list', description: 'List the accounts' },
  args: { json },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      for (const one of await listFromTerminal(desk)) {
        if (args.json) say(JSON.stringify(one))
        else {
          const admin = one.admin ? ', admin' : ''
          const closed = one.deactivatedAt ? '  deactivated' : ''
          say(`${one.id}  ${one.role}${admin}  ${one.email}  ${one.name}${closed}`)
        }
      }
    }),
})

export const accountPassword = defineCommand({
  meta: { name: 'password', description: 'Let somebody choose a new password' },
  args: { who, stdin, json },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      if (!args.stdin) {
        const { id, link } = await linkFromTerminal(desk, args.who)
        return sayLink({ id }, link, args.json)
      }
      const id = await resetFromTerminal(desk, args.who, passwordFrom)
      say(args.json ? JSON.stringify({ id }) : `set  ${id}`)
    }),
})

/** Closes an account, or opens it again. */
const turning = (name: 'deactivate' | 'reactivate', description: string) =>
  defineCommand({
    meta: { name, description },
    args: { who, json },
    run: ({ args }) =>
      onDesk(args.json, async (desk) => {
        const to = name === 'deactivate' ? 'closed' : 'open'
        const done = await turnFromTerminal(desk, args.who, to)
        say(args.json ? JSON.stringify(done) : `${name}d  ${done.id}`)
      }),
  })

export const accountDeactivate = turning('deactivate', 'Close an account, and end its sessions')
export const accountReactivate = turning('reactivate', 'Open an account again')
