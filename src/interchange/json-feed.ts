import { type Feed, type FeedEntry, plain } from './feed.ts'

/** An item has words of its own: where there is no summary, its title is all there is to say. */
const itemOf = ({ id, title, link, published, updated, category, summary }: FeedEntry) => ({
  id,
  url: link,
  title: plain(title),
  content_text: plain(summary) || plain(title),
  date_published: published ?? undefined,
  date_modified: updated,
  tags: [category],
})

/** A feed as JSON Feed 1.1 has it (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeedOf = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: plain(feed.title),
    home_page_url: feed.home,
    feed_url: feed.self,
    next_url: feed.next ?? undefined,
    authors: [{ name: plain(feed.author) }],
    language: feed.language,
    items: feed.entries.map(itemOf),
  })
