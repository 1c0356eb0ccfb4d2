/**
 * A page in which nothing is connected to: browsers open connections to what `<link>`, frames and links
 * that are clicked name before any policy is asked, and what these bring is closed to a kept page
 * anyway. Their tags become others, which read what is in them the same way and show nothing; links
 * lead to their own page, and still look like links. No text is taken out, so that no new tag can come
 * of it.
 */
export const inert = (html: string): string =>
  html
    .replace(/<(?:link|frame)(?=[\s/>])/gi, '<basefont')
    .replace(/(<\/?)iframe(?=[\s/>])/gi, '$1noframes')
    .replace(/(?<=[\s"'/])((?:xlink:)?href)(?=\s*=\s*(?:["']\s*)?[^\s"'#])/gi, '$1="#" data-$1')
