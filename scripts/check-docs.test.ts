import { describe, expect, it } from 'vitest';
import { problemsOfAcceptance, problemsOfPage, type House } from './check-docs.ts';

const house: House = {
  exists: (place) => ['docs/guides/a.md', 'docs/b.md', 'src/x.test.ts', 'tests/journeys/y.spec.ts'].includes(place),
  read: () => "it('does what it says', () => {});",
  scripts: ['start', 'test', 'bench', 'krachtlijn'],
  commands: ['doctor'],
};

describe('a page of documentation', () => {
  it('may point at what exists', () => {
    const page =
      'See [a](guides/a.md#top), [the web](https://example.org), `src/x.test.ts`, `npm run -s bench -- --json`, `PORT=1 npm start`, `npm run -s krachtlijn -- doctor`, `src/modules/<module>/text`.';
    expect(problemsOfPage('docs/c.md', page, house)).toEqual([]);
  });

  it.each(['[gone](guides/z.md)', '`src/gone.ts`', '`npm run fly`', '`npm run -s krachtlijn -- fly`'])(
    'may not point at nothing: %s',
    (words) => {
      expect(problemsOfPage('docs/c.md', words, house)).toHaveLength(1);
    },
  );
});

describe('an acceptance page', () => {
  const page = (row: string) => `# Main job\n\n| point | shown by | figure |\n| --- | --- | --- |\n${row}\n`;

  it('names a test or a command for every point', () => {
    expect(problemsOfAcceptance('a.md', page('| works | `src/x.test.ts` › "does what it says" | |'), house)).toEqual(
      [],
    );
    expect(problemsOfAcceptance('a.md', page('| fast | `npm run -s bench -- --only start` | 3 s |'), house)).toEqual(
      [],
    );
    expect(problemsOfAcceptance('a.md', page('| hoped | surely | |'), house)).toEqual([
      'a.md: "hoped" names no test and no command',
    ]);
  });

  it('may not name a test that is not there', () => {
    expect(problemsOfAcceptance('a.md', page('| works | `src/x.test.ts` › "something else" | |'), house)).toHaveLength(
      1,
    );
  });

  it('has points', () => {
    expect(problemsOfAcceptance('a.md', 'All is well.', house)).toEqual(['a.md: has no table of points']);
  });
});
