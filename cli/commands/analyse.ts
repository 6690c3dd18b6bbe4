import { WrongUse, type Command } from '../command.ts';
import { readOptions } from '../options.ts';

export const command: Command = {
  name: 'analyse',
  summary: 'Computes scales, correlations, regressions and tests from a file of answers.',
  usage: 'analyse --data FILE.csv|.sav --plan PLAN.json [--out FILE.json|.html|.xlsx] [--script FILE.R] [--excel]',
  details: [
    'Needs no server and no database. Prints JSON, unless --out says where to and as what.',
    '  --data    a CSV file (commas, decimal points, UTF-8), or an SPSS file (.sav, .zsav)',
    '  --plan    what to compute: docs/guides/analysing.md tells how to write it',
    '  --out     .json, .html (tables and pictures to print), or .xlsx',
    '  --script  writes an R script that finds the same numbers in the same data',
    '  --excel   the CSV is as Excel saves it in Belgium: semicolons, decimal commas',
  ].join('\n'),
  async run(args) {
    const { values } = readOptions(args, {
      data: { type: 'string' },
      plan: { type: 'string' },
      out: { type: 'string' },
      script: { type: 'string' },
      excel: { type: 'boolean' },
    });
    const { data, plan, out, script, excel } = values;
    if (data === undefined) throw new WrongUse('Which data? Add --data FILE.');
    if (plan === undefined) throw new WrongUse('Which plan? Add --plan PLAN.json.');
    const { runAnalysis } = await import('../analysing/runAnalysis.ts');
    return runAnalysis({ data, plan, out, script, excel: excel ?? false });
  },
};
