import assert from 'node:assert/strict'
import {test} from 'node:test'
import {domText} from '../../src/extract/dom-text.ts'
import {parseHtml} from '../../src/extract/parse-html.ts'

const read = (html: string) => domText(parseHtml(html).body)
const textOf = (html: string) => read(html).text

test('blocks are paragraphs, one break is a line, two are a paragraph', () => {
  assert.equal(
    textOf('<div>One <b>bold</b>\n  word<p>two<br>three<br> <br>four</p></div>five'),
    'One bold word\n\ntwo\nthree\n\nfour\n\nfive'
  )
})

test('every item of a list is a paragraph', () => {
  assert.equal(textOf('<ul><li>One<li>two <i>men</i></ul>'), 'One\n\ntwo men')
})

test('rows of a table are lines, its cells stand apart', () => {
  assert.equal(
    textOf('<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Dorna</td><td>12</td></tr></table>'),
    'Town; Dead\nDorna; 12'
  )
})

test('a table that lays out the page is no table', () => {
  assert.equal(textOf('<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>'), 'One.\n\nTwo.')
})

test('scripts, controls, comments and hidden elements leave no text', () => {
  const noise =
    '<script>var a</script><style>p{}</style><noscript>no</noscript><!-- c --><button>Share</button>' +
    '<p hidden>h</p><p style="color:red; display: none">d</p><i aria-hidden="true">x</i><template>t</template>'
  assert.equal(textOf(`${noise}<p>Seen${noise}</p>`), 'Seen')
})

test('entities, soft hyphens and no-break spaces are read as a reader sees them', () => {
  assert.equal(
    textOf('<p>Po&shy;lice&nbsp;&amp; <q>he said</q> caf&eacute; e&#x301;</p>'),
    'Police & “he said” café é'
  )
})

test('joiners and marks of direction stay', () => {
  const persian = 'می\u200cگوید \u200fدر شهر'
  assert.equal(textOf(`<p>${persian}</p>`), persian)
})

test('a caption and an embedded post are marked, the body is not', () => {
  const {text, marked} = read(
    '<p>Police came.</p><figure><img src=a><figcaption>A street in Dorna. <small>Photo: R. Oru</small></figcaption></figure>' +
      '<blockquote class="twitter-tweet"><p>Shots at the bridge <a href="https://t.co/Ab1">pic.twitter.com/Ab1</a></p>' +
      '&mdash; Radio Oru (@radio_oru) <a href="https://twitter.com/radio_oru/status/15?ref_src=twsrc">May 9, 2022</a></blockquote>' +
      '<blockquote><p>A plain quotation.</p></blockquote>'
  )
  assert.deepEqual(
    marked.map(({from, to, ...rest}) => ({...rest, words: text.slice(from, to)})),
    [
      {kind: 'caption', words: 'A street in Dorna. Photo: R. Oru'},
      {
        kind: 'social-post',
        author: 'Radio Oru (@radio_oru)',
        on: '2022-05-09',
        links: ['https://t.co/Ab1', 'https://twitter.com/radio_oru/status/15'],
        words: 'Shots at the bridge pic.twitter.com/Ab1\n— Radio Oru (@radio_oru) May 9, 2022'
      }
    ]
  )
  assert.match(text, /A plain quotation\.$/)
})

test('posts of other networks give author and day from what their embeds carry', () => {
  const facts = (html: string) => {
    const {author, on} = read(html).marked[0] ?? {}
    return [author, on]
  }
  assert.deepEqual(
    facts(
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/B1/"><p>At the bridge</p>' +
        '<p>A post shared by <a href="https://www.instagram.com/oru/"> Radio Oru</a> (@radio.oru) on <time datetime="2022-05-09T11:00:00+00:00">May 9</time></p></blockquote>'
    ),
    ['Radio Oru (@radio.oru)', '2022-05-09']
  )
  assert.deepEqual(
    facts(
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p>At the bridge</p>&mdash; Radio Oru (<a href="https://bsky.app/profile/oru.example">@oru.example</a>) ' +
        '<a href="https://bsky.app/profile/oru.example/post/3k">May 9, 2024 at 1:00 PM</a></blockquote>'
    ),
    ['Radio Oru (@oru.example)', '2024-05-09']
  )
  assert.deepEqual(
    facts(
      '<div class="tgme_widget_message" data-post="oru_news/77"><div class="tgme_widget_message_text">At the bridge</div>' +
        '<a href="https://t.me/oru_news/77"><time datetime="2023-10-01T10:00:00+03:00">10:00</time></a></div>'
    ),
    ['@oru_news', '2023-10-01']
  )
  assert.deepEqual(
    facts(
      '<blockquote class="mastodon-embed" data-embed-url="https://social.example/@oru/11/embed"><p>At the bridge</p></blockquote>'
    ),
    ['@oru@social.example', undefined]
  )
})
