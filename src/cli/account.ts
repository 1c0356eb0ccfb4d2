import { defineCommand } from 'citty'
import { readConfig } from '../config.ts'
import {
  createAccount,
  findAccount,
  linkFor,
  listAccounts,
  resetPassword,
} from '../desk/accounts/accounts.ts'
import { deactivate, reactivate } from '../desk/people.ts'
import { roles, terminal } from '../domain/member.ts'
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
      description: `${roles.join(', ')}; checker without`,
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
      const { id, link, ...made } = await createAccount(desk, terminal, input, password)
      if (!args.json) say(`made  ${made.email}  ${id}`)
      sayLink({ id, email: made.email, first: made.first }, link, args.json)
    }),
})

export const accountList = defineCommand({
  meta: { name: 'list', description: 'List the accounts' },
  args: { json },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      for (const one of await listAccounts(desk, terminal)) {
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
      const person = await findAccount(desk, terminal, args.who)
      if (!args.stdin) {
        return sayLink({ id: person.id }, await linkFor(desk, terminal, person), args.json)
      }
      await resetPassword(desk, terminal, person, await passwordFrom())
      say(args.json ? JSON.stringify({ id: person.id }) : `set  ${person.id}`)
    }),
})

/** Closes an account, or opens it again: done already, it is as it was asked for. */
const turning = (name: 'deactivate' | 'reactivate', description: string) =>
  defineCommand({
    meta: { name, description },
    args: { who, json },
    run: ({ args }) =>
      onDesk(args.json, async (desk) => {
        const person = await findAccount(desk, terminal, args.who)
        const turn = name === 'deactivate' ? deactivate : reactivate
        const isDone = (person.deactivatedAt !== null) === (name === 'deactivate')
        if (!isDone) await turn(desk, terminal, person)
        const { id } = person
        say(args.json ? JSON.stringify({ id, changed: !isDone }) : `${name}d  ${id}`)
      }),
  })

export const accountDeactivate = turning('deactivate', 'Close an account, and end its sessions')
export const accountReactivate = turning('reactivate', 'Open an account again')
