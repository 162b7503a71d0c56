import assert from 'node:assert/strict';
import type { Kind } from '../../../server/src/core/types.js';
import { view } from './view.js';

/** A paragraph, and how it is read. */
const CASES: Readonly<Record<string, readonly (readonly [text: string, wanted: string])[]>> = {
  emphasis: [
    ['*a* **b** ***c*** _d_ __e__', 'a b c d e'],
    ['**un**checked', 'unchecked'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['*open **both', '*open **both'],
    ['**a *b** c*', 'a b c'],
    ['~~gone~~ ~x~ ~~~y', 'gone x ~~~y'],
    ['\\*not\\* em', '*not* em'],
  ],
  code: [
    ['run `a b` now', 'run ⟨code `a b`⟩ now'],
    ['``a ` b``', '⟨code ``a ` b``⟩'],
    ['one ` tick', 'one ` tick'],
    ['<code>x</code> and <kbd>Ctrl</kbd>', '⟨code <code>x</code>⟩ and ⟨code <kbd>Ctrl</kbd>⟩'],
    ['`a\nb` c', '⟨code `a⏎b`⟩ c'],
  ],
  formulas: [
    ['when $x$ is 0', 'when ⟨code $x$⟩ is 0'],
    ['$a^2 + b^2 = c^2$, so', '⟨code $a^2 + b^2 = c^2$⟩, so'],
    ['that $\\text{cost per day} \\cdot n$.', 'that ⟨code $\\text{cost per day} \\cdot n$⟩.'],
    ['for $f(n)$ and $$n_i$$', 'for ⟨code $f(n)$⟩ and ⟨code $$n_i$$⟩'],
    ['costs $5 and $6', 'costs $5 and $6'],
    ['$5, $6-$7 or 10$ = 9$', '$5, $6-$7 or 10$ = 9$'],
    ['US$ and A$', 'US$ and A$'],
    ['pay $5 for what was $10-a-day before', 'pay $5 for what was $10-a-day before'],
    ['only $ = money, and $', 'only $ = money, and $'],
    ['a $price-per unit + this and that$', 'a $price-per unit + this and that$'],
  ],
  links: [
    ['see [the guide](http://x/y_z "t") now', 'see the guide now'],
    ['[a](<b c>) [d]( e ) [f](g(h)i)', 'a d f'],
    ['[a [b](c) d](e)', '[a b d](e)'],
    ['[a](no target here)', '[a](no target here)'],
    ['[x]({{ site.url }}/y)', 'x'],
    ['[x]({% page "y z" %})', 'x'],
    ['![alt text](a.png) after', '⟨image ![alt text](a.png)⟩ after'],
    ['[[Page]] and [[target|label]]', 'Page and label'],
    ['text[^1] more', 'text more'],
  ],
  urls: [
    ['go to https://a.b/c?d=e_f. Then', 'go to ⟨url https://a.b/c?d=e_f⟩. Then'],
    ['(see http://a.b/c_(d)).', '(see ⟨url http://a.b/c_(d)⟩).'],
    ['**https://a.b/**', '⟨url https://a.b/⟩'],
    ['www.a.b, first_last@x.co; mailto:a@b.co', '⟨url www.a.b⟩, ⟨url first_last@x.co⟩; ⟨url mailto:a@b.co⟩'],
    ['<https://a.b> <a@b.co>', '⟨url <https://a.b>⟩ ⟨url <a@b.co>⟩'],
    ['at 10:30 // not a url, @sam', 'at 10:30 // not a url, @sam'],
  ],
  files: [
    ['in /var/cache/apt, too', 'in ⟨path /var/cache/apt⟩, too'],
    ['(see /etc/hosts.allow.)', '(see ⟨path /etc/hosts.allow⟩.)'],
    ['src/app/index.ts or ./x, ../y/ and ~/.ssh/config', '⟨path src/app/index.ts⟩ or ⟨path ./x⟩, ⟨path ../y/⟩ and ⟨path ~/.ssh/config⟩'],
    ['the docs/cache/ folder and my_app/cache', 'the ⟨path docs/cache/⟩ folder and ⟨path my_app/cache⟩'],
    ['on example.org/kb/42: yes', 'on ⟨path example.org/kb/42⟩: yes'],
    ['C:\\Users\\x, D:/y and \\\\server\\share', '⟨path C:\\Users\\x⟩, ⟨path D:/y⟩ and ⟨path \\\\server\\share⟩'],
    ['in C:\\Program Files (x86)\\My App\\a.exe and on', 'in ⟨path C:\\Program Files (x86)\\My App\\a.exe⟩ and on'],
    ['C:\\Temp and D:\\Temp', '⟨path C:\\Temp⟩ and ⟨path D:\\Temp⟩'],
    ['%TEMP%\\a and $HOME/b', '⟨placeholder %TEMP%⟩⟨path \\a⟩ and ⟨placeholder $HOME⟩⟨path /b⟩'],
    ['restart nginx.service, open Setup.EXE.', 'restart ⟨path nginx.service⟩, open ⟨path Setup.EXE⟩.'],
    ['__src/app.ts__ and *a/notes.md*', '⟨path src/app.ts⟩ and ⟨path a/notes.md⟩'],
    ['and/or, Mac/Windows/Linux, 24/7, km/h, 50%/year', 'and/or, Mac/Windows/Linux, 24/7, km/h, 50%/year'],
    ['12/05/2024, 1.5/2.5, e.g./i.e., U.S.A/Canada', '12/05/2024, 1.5/2.5, e.g./i.e., U.S.A/Canada'],
    ['yes\\no, one\\n\\ntwo, first\\_name', 'yes\\no, one\\n\\ntwo, first_name'],
    ['it works.Thanks and/or.Not soon.thanks', 'it works.Thanks and/or.Not soon.thanks'],
    ['Node.js 3.5.1 w/o n/a', 'Node.js 3.5.1 w/o n/a'],
  ],
  html: [
    ['a <b class="x>y">b</b> c', 'a b c'],
    ['a <!-- b --> c', 'a  c'],
    ['a < b and c > d', 'a < b and c > d'],
    ['Tom &amp; Ann&nbsp;&#39;s', "Tom & Ann's"],
    ['AT&T & co', 'AT&T & co'],
    ['a <script>b()</script> c', 'a  c'],
    ['{% include x.md %} {{ page.title }} x', '⟨placeholder {{ page.title }}⟩ x'],
    ['text {: .class } {#id}', 'text'],
  ],
  'quotation marks': [
    ['You wrote "it broke" today', 'You wrote ⟨quote "it broke"⟩ today'],
    ['choose “Save as…”, then', 'choose ⟨quote “Save as…”⟩, then'],
    ["pick 'move to' or 'Copy'", "pick ⟨quote 'move to'⟩ or ⟨quote 'Copy'⟩"],
    ["it's the users' own, isn't it", "it's the users' own, isn't it"],
    ["the '90s and 'em all", "the '90s and 'em all"],
    ['a 27" and a 24" screen', 'a 27" and a 24" screen'],
    ['an "open mark', 'an "open mark'],
    ['‘one’ and don’t', '⟨quote ‘one’⟩ and don’t'],
    ['„Datei“ and «Fichier»', '⟨quote „Datei“⟩ and ⟨quote «Fichier»⟩'],
    ['"**bold** quote" here', '⟨quote "**bold** quote"⟩ here'],
    ['"..." is nothing', '"..." is nothing'],
  ],
  labels: [
    ['click **Save**', 'click ⟨label Save⟩'],
    ['Click on the **Save as** button', 'Click on the ⟨label Save as⟩ button'],
    ['choose **File** > **Open**, then **Print**', 'choose ⟨label File⟩ > ⟨label Open⟩, then ⟨label Print⟩'],
    ['**Settings > Account**', '⟨label Settings > Account⟩'],
    ['Go to Settings > Privacy & Security > Cookies, then', 'Go to ⟨label Settings > Privacy & Security > Cookies⟩, then'],
    ['Open Tools -> Options and see', 'Open ⟨label Tools -> Options⟩ and see'],
    ['In File → Save As, if 5 > 3 or x > Y', 'In ⟨label File → Save As⟩, if 5 > 3 or x > Y'],
    ['the **Mute** key', 'the ⟨label Mute⟩ key'],
    ['click **[link]**', 'click ⟨placeholder [link]⟩'],
    ['press *Enter*', 'press ⟨label Enter⟩'],
    ['press *firmly*', 'press firmly'],
    ['this is **very** important', 'this is very important'],
    ['**Never** share it', 'Never share it'],
  ],
  placeholders: [
    ['Hi [Name], {first_name}', 'Hi ⟨placeholder [Name]⟩, ⟨placeholder {first_name}⟩'],
    ['Dear <customer name> and <<name>>', 'Dear ⟨placeholder <customer name>⟩ and ⟨placeholder <<name>>⟩'],
    ['%FIRST_NAME% ${name} $FIRST_NAME', '⟨placeholder %FIRST_NAME%⟩ ⟨placeholder ${name}⟩ ⟨placeholder $FIRST_NAME⟩'],
    ['it is 100% done, costs $5', 'it is 100% done, costs $5'],
    ['C:\\Users\\<your name>\\x', '⟨path C:\\Users⟩⟨placeholder <your name>⟩\\x'],
    ['array[index] and [1], [a, b]', 'array[index] and [1], [a, b]'],
  ],
  'odd characters': [
    ['zero\u200bwidth', 'zerowidth'],
    ['no\u00a0break 😀 \ud83d', 'no\u00a0break 😀 \ud83d'],
  ],
};

describe('Inline content of Markdown', () => {
  for (const [group, cases] of Object.entries(CASES)) {
    describe(group, () => {
      for (const [text, wanted] of cases) it(text, () => assert.deepEqual(view(text), [`paragraph: ${wanted}`]));
    });
  }

  it('divides a block at <br>', () => assert.deepEqual(view('a<br>b<br/>c'), ['paragraph: a', 'paragraph: b', 'paragraph: c']));
  it('leaves out blocks that say nothing', () => assert.deepEqual(view('![a](b)\n\n***\n\n<br>\n\n...'), []));
});

/** A macro's or reply's text, and how it is read. */
const SNIPPETS: readonly (readonly [kind: Kind, text: string, wanted: string])[] = [
  ['macro', 'We sent ${1:the part} on ${2|Monday,Tuesday|}.$0', 'We sent the part on Monday.'],
  ['macro', 'Your number is $1 and ${2}', 'Your number is ⟨placeholder $1⟩ and ⟨placeholder ${2}⟩'],
  ['macro', 'We told ${customer:them} that ${plan} is on.', 'We told them that ⟨placeholder ${plan}⟩ is on.'],
  ['macro', '${1:nested ${2:default} text} here', 'nested default text here'],
  ['reply', 'It costs $1 and ${1:more}', 'It costs $1 and more'],
];

describe('Tab stops', () => {
  for (const [kind, text, wanted] of SNIPPETS) it(text, () => assert.deepEqual(view(text, { kind }), [`paragraph: ${wanted}`]));
});
