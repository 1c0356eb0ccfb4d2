import { redescribeArticle } from '../../src/desk/articles.ts'
import { nameDesk } from '../../src/desk/people.ts'
import { amend, restore, retire } from '../../src/desk/scale.ts'
import type { Member } from '../../src/domain/member.ts'
import type { Deed } from './deeds.ts'

const words = ['ponte', 'strada', 'scuola', 'bilancio']
const admin = (member: Member): Member => ({ ...member, admin: 1 })

/** What is decided on the desk itself, and on what its claims speak of. */
export const deskDeeds: Record<string, Deed> = {
  nameDesk: async ({ desk }, { word }, member) => {
    const there = await desk.store.desks.find()
    const input = { name: `Redazione ${words[word]}`, url: word % 2 ? 'https://example.org' : '' }
    await nameDesk(desk, admin(member), there?.revision ?? 0, input)
  },
  rescale: async ({ desk }, { word }, member) => {
    const rating = (await desk.store.desks.scale())[word]
    if (!rating) return
    const number = rating.number === null ? '' : String(rating.number)
    const meant = { meaningEn: words[word], meaningIt: '' }
    const input = { ...rating, ...meant, number, labelEn: `${rating.id} ${rating.revision}` }
    await amend(desk, admin(member), rating, input)
  },
  retire: async ({ desk }, _, member) => {
    const rating = (await desk.store.desks.scale()).find(({ id }) => id === 'missing_context')
    if (rating) await (rating.retiredAt ? restore : retire)(desk, admin(member), rating)
  },
  describeArticle: async ({ desk, article }, { word }, member) => {
    const there = await desk.store.articles.find(article)
    if (!there) return
    const title = `${words[word]} ${there.revision}`
    const input = { ...there, title, byline: '', url: '', outletReason: '', dateReason: '' }
    await redescribeArticle(desk, member, article, there.revision, { ...input })
  },
}
