import { instant } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { tagId, writeAtom, type AtomFeed } from './atom.ts';

const feed: AtomFeed = {
  id: 'tag:credit.example,2026-04-01:rules',
  title: 'Changes of the rules',
  language: 'zh',
  author: 'Credence',
  self: 'https://credit.example/rules/changes.atom?a=1&b=2',
  page: 'https://credit.example/rules/changes',
  updatedAt: instant(Date.UTC(2026, 3, 1)),
  entries: [],
};

describe('a feed', () => {
  it('has what every reader of Atom 1.0 demands, even without entries', () => {
    const text = writeAtom(feed);

    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">');
    expect(text).toContain('<id>tag:credit.example,2026-04-01:rules</id>');
    expect(text).toContain('<updated>2026-04-01T00:00:00.000Z</updated>');
    expect(text).toContain('<author><name>Credence</name></author>');
    expect(text).toContain('rel="self"');
    expect(text.endsWith('</feed>\n')).toBe(true);
  });

  it('escapes what XML would read as its own, and drops what it cannot carry', () => {
    const entry = {
      id: 'tag:x,2026-01-01:e',
      title: `<script>"A" & 'B'</script>\u0000\u000b\ud800 ]]>`,
      updatedAt: instant(0),
      link: 'https://credit.example/o/1?x=<&y="',
    };
    const text = writeAtom({ ...feed, entries: [entry] });

    expect(text).toContain(
      '<title>&lt;script&gt;&quot;A&quot; &amp; &apos;B&apos;&lt;/script&gt; ]]&gt;</title>',
    );
    expect(text).toContain('href="https://credit.example/o/1?x=&lt;&amp;y=&quot;"');
    expect(text).toContain('changes.atom?a=1&amp;b=2');
  });

  it('gives an entry without an address content of its own', () => {
    const entry = { id: 'tag:x,2026-01-01:e', title: 'T', updatedAt: instant(0), summary: 'S' };
    expect(writeAtom({ ...feed, entries: [entry] })).toContain('<content>S</content>');
  });
});

describe('an id', () => {
  it('stays the same whatever the port, and is written for an address', () => {
    expect(tagId('Credit.Example:8080', '2026-01-01', 'rules/示例')).toBe(
      'tag:credit.example,2026-01-01:rules/%E7%A4%BA%E4%BE%8B',
    );
  });
});
