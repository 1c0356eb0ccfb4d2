/**
 * Words in the names of blocks, in the languages in which sites are built. `*` stands for any
 * letters after it; words are looked for whole, `share` not in `shareholders`.
 */
const FURNITURE = `
  cookie* consent* gdpr onetrust* didomi* iubenda* cmp cmpbox* privacy-banner
  newsletter* subscribe subscription* signup sign-up login register* paywall-banner piano-* tp-modal*
  share shares sharing sharebar* sharebox* sharebuttons* sharethis* sharedaddy share-bar social* addtoany* addthis* a2a ssba* jp-relatedposts
  condividi* condivi* teilen* partage* partager compartir* compartilh* udostepnij* delen
  related relatedposts* relatedlinks* related-* correlat* recommend* raccomand* consigliat* suggest* verwandt* relacionad* gerelateerd* powiazane* yarpp* crp-related* similar similar-* associated-*
  leggi-anche leggianche read-more readmore read-also readalso see-also seealso also-read alsoread lire-aussi a-lire-aussi leia-mais leia-tambem lea-tambien te-puede-* lesen-sie-auch mehr-zum-thema read-next readnext up-next next-article more-on more-from more-stories morestories more-news moreon more-articles further-reading ultime-notizie
  outbrain* taboola* ob-widget* trc-related* revcontent* zergnet* dianomi* plista* nativo* teads* mgid* strossle*
  most-read mostread most-popular mostpopular popular popular-* trending* piu-letti most-viewed meistgelesen* top-stories topstories lo-mas-* latest-news latest-posts recent-posts
  ad ads adv advert adverts advertis* adsense* adsbygoogle adslot* ad-* ads-* adbox* adunit* admarker* dfp* gpt-ad* google-ad* banner* sponsor* promo promos promobox* promo-* pubblicita* publicite* publicidad* werbung* anzeige anzeigen* reklama* advertentie* publi
  comment comments commentlist* comments-* comment-* commenti* kommentar* commentaires comentarios* reacties* respond disqus* livefyre* fb-comments talkback* replies discussion
  breadcrumb* brotkrumen* pagination* pager pagenav* page-links post-navigation nav-links nav-previous nav-next prev-next prevnext
  tag tags taglist* tagcloud* tag-list tag-links tags-links post-tags posttags article-tags entry-tags keywords etiquetas hashtags topics topic-list topictags* cat-links entry-categories post-categories
  author-bio authorbio author-box authorbox* author-card author-info author-profile author-description about-author about-the-author abouttheauthor post-author-box entry-author-box bio biobox biografia autorenbox* autoreninfo*
  footer* footnav site-footer page-footer colophon sidebar* side-bar side-column widget widgets widget-* widgetarea* navbar* navigation* nav nav-* menu menu-* mainmenu* submenu* topbar* top-bar site-header page-header-nav toolbar* tool-bar tools masthead skip-link* skiplink* offcanvas* burger* megamenu*
  popup* pop-up modal* overlay* lightbox* dialog toast* tooltip* dropdown* flyout*
  print-only printonly noprint no-print sr-only visually-hidden visuallyhidden screen-reader-text screenreader* hidden-print unsichtbar
  caption captions wp-caption-text figcaption imagecaption* image-caption img-caption photo-caption media-caption didascalia* bildunterschrift* legende* piedefoto pie-foto credit credits photo-credit image-credit copyright* rights fotocredit*
  rating ratings star-rating vote votes voting like-button likes reaction-* feedback* poll polls quiz survey*
  player* video-player videoplayer* jwplayer* playlist* carousel* slider* slideshow* swiper* slick-* gallery-thumb* thumbnails
  donate donation* donazion* support-us crowdfund* sostieni* spenden* contribut* whatsapp* telegram-* app-banner app-download follow-us followus follow-* seguici*
  read-time reading-time readingtime lesezeit weather meteo* stock-ticker ticker search search-form searchbox* searchform* loading spinner toc
  audio-player listen-* text-to-speech bookmark* save-article print-button email-button post-actions article-actions actions article-tools
  wpcf7* mc-embed* mailchimp* optin* opt-in cta cta-* call-to-action inread* interstitial* leaderboard skyscraper billboard
`

/** Blocks that hold the text of an article and nothing else, as many systems name them. */
const BODY = `
  article-body articlebody* article-body-* article-content* article-text* article-copy article-main article-txt article-detail* articlecontent* articletext*
  body-content body-copy body-text bodytext* bodycopy
  entry-content* post-content* post-body* post-text* post-entry td-post-content postcontent* postbody* single-content content-body content-text content-article content-detail* main-content-body rich-text richtext wysiwyg
  story-body* story-content* story-text* storybody* storytext* storycontent* story-detail* news-body news-content news-text newsbody* newstext* news-detail* gh-content c-content
  testo* corpo* art-text art-body articolo-testo articolo-content text-content texto-noticia cuerpo* cuerpo-noticia nota-cuerpo article-paragraphs texte* contenu-article contenido* a-content articulo-cuerpo
  artikeltext* artikel-text article-section artikelinhalt* artikel-body artikel-content artikelbody* text-block textblock* beitragstext*
  prose e-content entrytext blog-content blog-post-content paywall-content paid-content page-content field-name-body field-body field--name-body node-content
`

export const FURNITURE_NAME = oneOf(FURNITURE)
export const BODY_NAME = oneOf(BODY)

/** Where a site's own chrome stands, even outside the names above. */
export const FURNITURE_ROLE =
  /^(?:navigation|banner|contentinfo|complementary|dialog|alertdialog|alert|search|menu|menubar|toolbar|tooltip|form|tablist)$/i

/** The line under a headline. */
export const LEAD_NAME = oneOf(`
  subtitle sub-title subheadline sub-headline subhead subheading subtitulo sottotitolo* sottotit occhiello* sommario* catenaccio
  standfirst dek deck lead lede leadtext lead-text intro introtext* teaser-text article-teaser vorspann* anreisser chapo chapeau
  description article-description article-summary story-summary summary abstract excerpt entradilla bajada volanta copete lidtekst ingress zajawka
`)

/** The headline, where it is not the page's `<h1>`. */
export const HEADLINE_NAME = oneOf(`
  entry-title post-title article-title articletitle headline* article-headline article-heading story-title story-headline news-title newstitle titolo* titre* titular* article__title
`)

/** Who wrote it. */
export const BYLINE_NAME = oneOf(`
  byline* by-line author authors author-name authorname* author-names article-author post-author entry-author story-author c-byline writer writers autor autoren autore autori autorin autrice
  auteur auteurs firma firme signature redattore giornalista verfasser* contributor contributors vcard reporter journalist
`)

/** When it appeared. */
export const DATE_NAME = oneOf(`
  date dates dateline datum datetime date-time pubdate pub-date published published-on publish-date published-date publishdate publication-date publicationdate
  posted-on post-date entry-date article-date articledate story-date timestamp time data data-pubblicazione pubblicazione fecha fecha-publicacion meta-date posted
  post-meta article-meta entry-meta byline-date c-date news-date newsdate date-published
`)

function oneOf(words: string): RegExp {
  const each = words.trim().split(/\s+/)
  return new RegExp(`-(?:${each.map((word) => word.replace('*', '[^-]*')).join('|')})-`)
}
