import { WrongUse, type Command } from '../command.ts';
import { readOptions } from '../options.ts';

export const command: Command = {
  name: 'analyse',
  summary: 'Computes scales, correlations, regressions and tests from a file of answers.',
  usage: 'analyse --data FILE.csv|.sav --plan PLAN.json [--out FILE.json] [--excel]',
  details: [
    'Needs no server and no database. Prints JSON, unless --out says where to and as what.',
    '  --data    a CSV file (commas, decimal points, UTF-8), or an SPSS file (.sav, .zsav)',
    '  --plan    what to compute: scales, correlations, regressions and tests, as JSON',
    '  --out     a .json file instead of standard output',
    '  --excel   the CSV is as Excel saves it in Belgium: semicolons, decimal commas',
  ].join('\n'),
  async run(args) {
    const { values } = readOptions(args, {
      data: { type: 'string' },
      plan: { type: 'string' },
      out: { type: 'string' },
      excel: { type: 'boolean' },
    });
    const { data, plan, out, excel } = values;
    if (data === undefined) throw new WrongUse('Which data? Add --data FILE.');
    if (plan === undefined) throw new WrongUse('Which plan? Add --plan PLAN.json.');
    const { runAnalysis } = await import('../analysing/runAnalysis.ts');
    return runAnalysis({ data, plan, out, excel: excel ?? false });
  },
};
