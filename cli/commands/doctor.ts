import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readOptions } from '../options.ts';

export const command: Command = {
  name: 'doctor',
  summary: 'Checks the installation: settings, database, audit trail, mail, jobs.',
  usage: 'doctor [--json]',
  details: 'Prints one line a check and ends with 1 when one of them failed.',
  async run(args) {
    const { values } = readOptions(args, { json: { type: 'boolean' } });
    return withDatabase(async (databaseUrl) => {
      const { examine } = await import('#platform/server/doctor.ts');
      const findings = await examine(databaseUrl);
      if (values.json) console.log(JSON.stringify(findings, null, 2));
      else
        for (const { ok, what, detail } of findings)
          console.log(`${ok ? 'ok     ' : 'PROBLEM'}  ${what}${detail ? `: ${detail}` : ''}`);
      return findings.every((finding) => finding.ok) ? 0 : 1;
    });
  },
};
