import { Refusal } from './refusal.ts'

export const roles = ['viewer', 'checker', 'editor'] as const
export type Role = (typeof roles)[number]

/** Whoever acts: what the domain needs to know of a person, and nothing that names them. */
export type Member = { id: string; role: Role; admin: number }

/** An act: who does something, and when (ISO 8601, UTC). */
export type Act = { member: Member; at: string }

/** The actor recorded for what is done from a terminal on the desk's own machine. */
export const terminal: Member = { id: 'terminal', role: 'editor', admin: 1 }

/** The actor recorded for what the desk does by itself, at the times that it was set. */
export const schedule: Member = { id: 'schedule', role: 'checker', admin: 0 }

/** The actor recorded for what readers send in: nobody whom the desk knows. */
export const reader: Member = { id: 'reader', role: 'viewer', admin: 0 }

/** What a role must at least be for; `admin` is a permission beside the roles. */
export type Need = Role | 'admin'

/**
 * Whether a member has a role, or one above it.
 * @param need a role, or `admin`, which no role includes
 */
export function has(member: Member, need: Need): boolean {
  if (need === 'admin') return member.admin === 1
  return roles.indexOf(member.role) >= roles.indexOf(need)
}

/** A member where there is nothing to change, as in what is past: who they are, with a viewer's ways on. */
export const onlyReading = <M extends Member>(member: M): M => ({
  ...member,
  role: 'viewer',
  admin: 0,
})

/** @throws Refusal `forbidden` when the member's role does not reach `need` */
export function demand(member: Member, need: Need): void {
  if (!has(member, need)) throw new Refusal('forbidden', { values: { need } })
}
