import type { TrainingParameters } from '../rules/trainingDuty.ts';

const officialPlans = {
  title: 'Wet van 3 oktober 2022 (BS 10-11-2022), FOD WASO: opleidingsplannen',
  url: 'https://werk.belgie.be/nl/themas/opleiding/opleidingsplannen',
  checkedOn: '2026-11-21',
};

const officialRight = {
  title: 'Wet van 3 oktober 2022 (BS 10-11-2022), FOD WASO: individueel opleidingsrecht',
  url: 'https://werk.belgie.be/nl/themas/opleiding',
  checkedOn: '2026-11-21',
};

/**
 * The training plan and the individual training right, as dated parameters. Days are for a full-time worker and a full year;
 * a sector agreement may differ, which the page says. The programme starts in 2023, so nothing before it is recorded.
 */
export const trainingParameters: TrainingParameters = {
  planFrom: [{ from: '2023-01-01', until: null, value: 20, source: officialPlans }],
  individualRight: [
    {
      from: '2023-01-01',
      until: '2023-12-31',
      value: [
        { from: 10, days: 1 },
        { from: 20, days: 4 },
      ],
      source: officialRight,
    },
    {
      from: '2024-01-01',
      until: null,
      value: [
        { from: 10, days: 1 },
        { from: 20, days: 5 },
      ],
      source: officialRight,
    },
  ],
  doubt: { below: 2, above: 4 },
};
