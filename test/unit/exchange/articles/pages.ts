/** Pages as publishers write them, made up. */

const graph = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', '@id': '#site', name: 'The Merrow Post' },
    {
      '@type': 'NewsArticle',
      headline: 'Karsk doubles levy on ships &amp; dares Velmar',
      author: [
        { '@type': 'Person', '@id': '#jane' },
        { '@type': 'Person', name: 'Tom Rask' },
      ],
      publisher: { '@id': '#org' },
      datePublished: '2024-03-04T23:30:00+09:00',
      mainEntityOfPage: 'https://www.merrowpost.example/2024/03/04/karsk-levy',
      articleSection: ['World', 'Trade'],
    },
    { '@type': 'Person', '@id': '#jane', name: 'Jane O&#8217;Dell' },
    { '@type': 'Organization', '@id': '#org', name: 'The Merrow Post' },
  ],
};

/** A newspaper's: navigation, a cookie banner, a picture, an advertisement, related stories, comments. */
export const newsPage = `<!DOCTYPE html>
<html lang="en_GB"><head><meta charset="utf-8"><title>Karsk doubles strait levy | The Merrow Post</title>
<meta property="og:title" content="Karsk doubles strait levy"><meta property="og:site_name" content="The Merrow Post">
<script type="application/ld+json">${JSON.stringify(graph)}</script>
<script>globalThis.evil = true; document.write('<p>written by a script</p>')</script><style>p { color: red }</style></head><body>
<div id="cookie-banner" class="cookie-consent" role="dialog"><p>We use cookies to improve your experience. By going on you accept our partners' tracking.</p><button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/p">Politics</a></li></ul></nav></header>
<main><article class="story"><h1>Karsk doubles levy on ships &amp; dares Velmar</h1>
<p class="standfirst">The Federation says the payment covers pilots; its neighbours call it a toll.</p>
<p class="byline">By <a rel="author" href="/jane">Jane O’Dell</a> and Tom Rask in Dravno</p>
<figure><img src="x.jpg" alt="ships"><figcaption>Ships wait at the Merrow&nbsp;Strait.</figcaption></figure>
<p>The Karsk Federation doubled the levy that it collects from ships in the Merrow&nbsp;Strait on Monday,
  a step that Velmar&shy;’s govern&shy;ment called “a plain breach of the Convention of <em>Lysa</em>”.</p>
<p>“It is a service charge, nothing more,” said Irena Dravna, the deputy minister of transport, at a news confer<wbr>ence in Dravno. She said that the channel costs 300 million a year.</p>
<h2>What the Convention says</h2>
<p>Tolls in the strait have been forbidden since 1931. Three articles matter:</p>
<ul><li>Article 2 forbids <em>any</em> charge on passage;</li><li>Article 5 lets the coastal state ask for the cost of services:<ul><li>pilots,</li><li>buoys;</li></ul></li><li>Article 9 names a tribunal.</li></ul>
<blockquote><p>We will not pay, and we will not be alone.</p></blockquote>
<p>Her government is to ask the tribunal for an order next week, three officials said on condition of anonymity, since the talks are confidential.</p>
<table><tr><th>Year</th><th>Levy</th></tr><tr><td><p>2023</p></td><td>1.20</td></tr><tr><td>2024</td><td>2.40</td></tr></table>
<p>Analysts doubt that Karsk wants a clash. “The levy pays for bread,” said Ingrid Maslow of the Coastal Institute.<br>She expects talks by summer.</p>
</article><aside class="related"><h3>More on this story</h3><ul><li><a href="/1">Sunhavn breaks ranks over levy</a></li></ul></aside>
<section id="comments" class="comments"><h3>Comments (2)</h3><div class="comment"><p>This is an outrage, everyone should boycott Karsk, and my cousin who works in the port agrees.</p></div></section>
</main><footer><p>© 2024 The Merrow Post. All rights reserved.</p></footer></body></html>`;

export const newsText = `Karsk doubles levy on ships & dares Velmar

The Federation says the payment covers pilots; its neighbours call it a toll.

Ships wait at the Merrow Strait.

The Karsk Federation doubled the levy that it collects from ships in the Merrow Strait on Monday, a step that Velmar’s government called “a plain breach of the Convention of Lysa”.

“It is a service charge, nothing more,” said Irena Dravna, the deputy minister of transport, at a news conference in Dravno. She said that the channel costs 300 million a year.

What the Convention says

Tolls in the strait have been forbidden since 1931. Three articles matter:

- Article 2 forbids any charge on passage;
- Article 5 lets the coastal state ask for the cost of services:
  - pilots,
  - buoys;
- Article 9 names a tribunal.

We will not pay, and we will not be alone.

Her government is to ask the tribunal for an order next week, three officials said on condition of anonymity, since the talks are confidential.

Year | Levy
2023 | 1.20
2024 | 2.40

Analysts doubt that Karsk wants a clash. “The levy pays for bread,” said Ingrid Maslow of the Coastal Institute.
She expects talks by summer.`;

/** A blog's of an older kind: no JSON-LD, windows-1252, breaks for paragraphs. */
export const blogPage = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>Why the levy won’t last – Strait Talk</title>
<meta name="author" content="M. K. Aslaksen"><meta name="application-name" content="Strait Talk"></head><body><div class="wrap">
<div class="sidebar"><h3>About me</h3><p>I write about shipping.</p><h3>Archives</h3><ul><li><a href=a>March 2024</a><li><a href=b>February 2024</a></ul></div>
<div class="post"><h2 class="entry-title"><a href="x">Why the levy won’t last</a></h2>
<div class="entry-content">It’s a truth “universally acknowledged” that a strait in want of a toll must be in possession of a bad treaty. I have read the Convention twice, so you don’t have to.<br><br>
First, the text. Article 5 allows charges for services, and nobody has ever said what a service is. That is the hole through which Karsk drives its icebreakers.<br><br>
Second, the money. At 2.40 a tonne the levy brings in about 700 million; pilots cost less than half of that, and everybody in Dravno knows it.
<ol start="3"><li>Karsk needs the money.</li><li>Velmar needs the grievance.</li></ol>
Third, nobody wants a fight, which is why I think there’ll be a deal by June, dressed up as a technical agreement on buoys and pilots.</div>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a>Facebook</a></li></ul></div></div></div></body></html>`;

/** A ministry's: Dublin Core, a definition list, contact lines. */
export const releasePage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Press release: Joint statement on the Merrow Strait - GOV.VE</title>
<meta name="dcterms.issued" content="2024-03-06"><meta name="dcterms.creator" content="Ministry of Foreign Affairs"><meta name="dcterms.publisher" content="Government of Velmar">
<link rel="canonical" href="https://gov.example/joint-statement"></head><body><a href="#main">Skip to main content</a><div class="gov-banner">An official website of the Government of Velmar</div>
<nav class="breadcrumb"><a>Home</a> &gt; <a>News</a></nav><div id="main"><p>Press release</p><h1>Joint statement on the Merrow Strait</h1>
<p>The text of the following statement was released by the Governments of Velmar, Ostmark and Hallin.</p><p>Begin text:</p>
<p>We, the governments of Velmar, Ostmark and Hallin, condemn in the strongest terms the decision of the Karsk Federation to double the levy on ships in the Merrow Strait.</p>
<p>1. The levy violates Article 2 of the Convention of Lysa of 1931.<br/>2. It endangers the supply of grain to third countries.</p>
<p>We call on Karsk to withdraw the decision without delay and to return to the negotiations that it left in January.</p><p>End text.</p>
<p>Media enquiries<br>Email press@mfa.example</p></div><div class="feedback"><h2>Is this page useful?</h2><button>Yes</button></div>
<footer><h2>Topics</h2><ul><li><a>Benefits</a></li></ul></footer></body></html>`;
