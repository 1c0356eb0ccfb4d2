/**
 * A page in which nothing is fetched ahead: browsers look up and connect to what `<link>` names before
 * any policy is asked, and what else it brings is closed to a kept page anyway. The tag becomes another
 * one that is as empty and means nothing; no text is taken out, so that no new tag can come of it.
 */
export const inert = (html: string): string => html.replace(/<link(?=[\s/>])/gi, '<basefont')
