import { describe, expect, it } from 'vitest';
import { problemsOfFile } from './check-names.ts';

describe('a file of ours', () => {
  it('with a telling name and a bearable length has nothing wrong', () => {
    expect(problemsOfFile('src/modules/meetings/rules/quorum.ts', 'export const one = 1;\n')).toEqual([]);
  });

  it.each([
    'src/lib/x.ts',
    'src/modules/meetings/utils.ts',
    'src/platform/MailService/../service.ts',
    'cli/common/x.ts',
    'src/types.ts',
  ])('%s has a name that says nothing', (place) => expect(problemsOfFile(place, '')).toHaveLength(1));

  it('may be longer than 300 lines only when it says why on top', () => {
    const long = 'line\n'.repeat(301);
    expect(problemsOfFile('src/x.ts', 'line\n'.repeat(300))).toEqual([]);
    expect(problemsOfFile('src/x.ts', long)[0]).toContain('has 301 lines');
    expect(problemsOfFile('src/x.ts', `// Long because every code stands in one list.\n${long}`)).toEqual([]);
    expect(problemsOfFile('src/x.json', long)).toEqual([]);
  });

  it.each(['// TODO later', '// FIXME', "it.skip('x')", "describe.only('x')", "test.todo('x')"])(
    'may not hold %s',
    (line) => {
      expect(problemsOfFile('src/x.test.ts', `\n${line}\n`)[0]).toContain('src/x.test.ts:2');
    },
  );
});
