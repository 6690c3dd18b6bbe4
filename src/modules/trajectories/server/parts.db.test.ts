import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { EditConflict, type InvalidInput } from '#platform/server/errors.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readIntake } from './intakeOperations.ts';
import { saveParts } from './partOperations.ts';
import { as, at, planWorld, refusal, type PlanWorld } from './planWorld.testing.ts';

useOwnDatabase();

let world: PlanWorld;
beforeEach(async () => {
  world = await planWorld('intake');
});

const here = () => ({ trajectory: world.trajectory });
const read = () => readIntake.call(as(world.consultant), here(), at());
const put = (version: number, parts: object[], person = world.consultant) =>
  saveParts.call(as(person), { ...here(), version, parts }, at());
const issuePaths = (refused: unknown) => (refused as InvalidInput).issues.map(({ path }) => path);
const names = async () => (await read()).parts.map(({ name }) => name);

describe('the sites of a trajectory', () => {
  test('a site with a negative or absurd number of workers is refused beside its field', async () => {
    for (const workers of ['-3', '9999999', 'veel']) {
      const parts = [
        { name: 'Noord', workers: '4' },
        { name: 'Zuid', workers },
      ];
      const refused = await refusal(saveParts.call(as(world.consultant), { ...here(), version: 0, parts }, at()));
      expect(issuePaths(refused)).toEqual(['parts.1.workers']);
    }
  });

  test('sites are kept, changed and removed by what the form holds', async () => {
    await put(0, [{ name: 'Noord', workers: '4' }, { name: 'Zuid' }, { name: '' }]);
    const [north] = (await read()).parts;
    await put(1, [{ id: north!.id, name: 'Noord en haven', workers: '5' }]);
    expect((await read()).parts).toEqual([{ ...north, name: 'Noord en haven', workers: 5 }]);
  });

  test('of two people who each add one are both kept', async () => {
    await put(0, [{ name: 'Noord' }]);
    const [north] = (await read()).parts;
    await put(1, [north!, { name: 'Zuid' }]);
    await put(1, [north!, { name: 'Oost' }], world.colleague);
    expect((await names()).sort()).toEqual(['Noord', 'Oost', 'Zuid']);
    expect((await read()).partsVersion).toBe(3);
  });

  test('of which one was taken away by another are not brought back by an old page', async () => {
    await put(0, [{ name: 'Noord' }, { name: 'Zuid' }]);
    const [north, south] = (await read()).parts;
    await put(1, [north!]);
    await put(1, [{ ...north!, workers: '7' }, south!], world.colleague);
    expect((await read()).parts).toMatchObject([{ name: 'Noord', workers: 7 }]);
  });

  test('named differently by two people at once are shown to the second one, who keeps them knowingly', async () => {
    await put(0, [{ name: 'Noord' }]);
    const [north] = (await read()).parts;
    await put(1, [{ ...north!, name: 'Haven' }]);
    const clash = (await refusal(put(1, [{ ...north!, name: 'Kaai' }], world.colleague))) as EditConflict;
    expect(clash).toBeInstanceOf(EditConflict);
    expect(clash.conflicts).toMatchObject([{ path: `${north!.id}.name`, mine: 'Kaai', theirs: 'Haven' }]);
    expect(clash.current).toMatchObject({ version: 2, parts: [{ name: 'Kaai' }] });
    expect(await names()).toEqual(['Haven']);
    await put(2, [{ ...north!, name: 'Kaai' }], world.colleague);
    expect(await names()).toEqual(['Kaai']);
  });

  test('saved twice the same count as saved once', async () => {
    await put(0, [{ name: 'Noord' }]);
    const { parts } = await read();
    expect(await put(1, [...parts])).toEqual({ parts: 1, version: 1 });
  });

  test('of another trajectory cannot be taken over by naming their id', async () => {
    await put(0, [{ name: 'Noord' }]);
    const [north] = (await read()).parts;
    const other = await planWorld('intake');
    await saveParts.call(
      as(other.consultant),
      { trajectory: other.trajectory, version: 0, parts: [{ id: north!.id, name: 'Gestolen' }] },
      at(),
    );
    expect(await names()).toEqual(['Noord']);
  });
});
