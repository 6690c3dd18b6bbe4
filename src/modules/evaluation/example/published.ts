/** A scale of the published study: what its tables 2 and 3 print. */
export interface PublishedScale {
  readonly name: string;
  readonly items: number;
  /** Ends of the answer scale of an item. */
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  readonly sd: number;
  /** Undefined for the single question. */
  readonly alpha: number | undefined;
}

/** How many filled in the published questionnaire. */
export const publishedRows = 95;

/** Published scales in the order of table 3. Activities were asked on seven labels, whatever the table says. */
export const publishedScales: readonly PublishedScale[] = [
  { name: 'formal', items: 5, minimum: 1, maximum: 7, mean: 1.98, sd: 0.69, alpha: 0.75 },
  { name: 'social', items: 5, minimum: 1, maximum: 7, mean: 4.24, sd: 0.98, alpha: 0.85 },
  { name: 'individual', items: 3, minimum: 1, maximum: 7, mean: 3.07, sd: 1.36, alpha: 0.86 },
  { name: 'reflection', items: 7, minimum: 1, maximum: 7, mean: 4.28, sd: 0.71, alpha: 0.78 },
  { name: 'leadership', items: 3, minimum: 1, maximum: 5, mean: 3.75, sd: 0.66, alpha: 0.79 },
  { name: 'room', items: 3, minimum: 1, maximum: 5, mean: 3.1, sd: 0.82, alpha: 0.71 },
  { name: 'support', items: 2, minimum: 1, maximum: 5, mean: 3.21, sd: 0.74, alpha: 0.54 },
  { name: 'opportunities', items: 3, minimum: 1, maximum: 5, mean: 3.6, sd: 0.59, alpha: 0.7 },
  { name: 'sharing', items: 2, minimum: 1, maximum: 5, mean: 3.66, sd: 0.65, alpha: 0.68 },
  { name: 'autonomy', items: 2, minimum: 1, maximum: 5, mean: 3.78, sd: 0.71, alpha: 0.71 },
  { name: 'leaving', items: 3, minimum: 1, maximum: 5, mean: 2.41, sd: 0.88, alpha: 0.87 },
  { name: 'expertise', items: 3, minimum: 1, maximum: 6, mean: 4.71, sd: 0.61, alpha: 0.77 },
  { name: 'anticipation', items: 3, minimum: 1, maximum: 6, mean: 3.13, sd: 1.06, alpha: 0.66 },
  { name: 'flexibility', items: 3, minimum: 1, maximum: 6, mean: 4.48, sd: 0.66, alpha: 0.85 },
  { name: 'satisfaction', items: 1, minimum: 0, maximum: 10, mean: 7.94, sd: 1.27, alpha: undefined },
];

/** Spearman correlations of table 3, below the diagonal: row i holds those with 0 to i − 1. */
export const publishedCorrelations: readonly (readonly number[])[] = [
  [],
  [0.05],
  [0.31, 0.28],
  [0.12, 0.45, 0.29],
  [0.06, 0.13, 0.24, 0.22],
  [0.04, 0, 0.07, 0.09, 0.45],
  [0.21, -0.02, 0.08, 0.18, 0.57, 0.46],
  [0, 0.15, 0.15, 0.24, 0.5, 0.26, 0.37],
  [-0.15, -0.02, -0.08, 0.1, 0.43, 0.43, 0.39, 0.49],
  [-0.1, 0.17, 0.03, 0.22, 0.36, 0.16, 0.31, 0.53, 0.42],
  [-0.06, -0.05, -0.12, -0.14, -0.35, -0.15, -0.33, -0.21, -0.28, -0.18],
  [-0.04, 0.04, 0.11, 0.22, 0.12, 0.14, 0.03, 0.3, 0.29, 0.38, -0.13],
  [0.35, 0.04, 0.24, 0.11, 0.26, 0.2, 0.25, 0.05, 0.07, 0.05, -0.14, -0.02],
  [0.12, 0.04, 0.06, 0.01, 0.13, 0.2, 0.04, 0.18, 0.26, 0.22, -0.1, 0.29, 0.26],
  [0.05, -0.09, 0.15, -0.01, 0.39, 0.32, 0.39, 0.3, 0.35, 0.3, -0.69, 0.05, 0.15, 0.11],
];

export const climate = ['leadership', 'room', 'support', 'opportunities', 'sharing', 'autonomy'] as const;
export const activities = ['formal', 'social', 'individual', 'reflection'] as const;

/** Tables 4 to 6: B and its standard error in the last step, the constant first, then climate, then activities. */
export const publishedCoefficients: Readonly<Record<string, readonly (readonly [b: number, se: number])[]>> = {
  expertise: [
    [2.882, 0.547],
    [-0.099, 0.125],
    [0.078, 0.086],
    [-0.173, 0.107],
    [0.104, 0.131],
    [0.161, 0.118],
    [0.276, 0.101],
    [0.006, 0.093],
    [-0.081, 0.069],
    [0.051, 0.049],
    [0.16, 0.095],
  ],
  anticipation: [
    [0.794, 0.978],
    [0.252, 0.224],
    [0.101, 0.154],
    [0.111, 0.191],
    [-0.262, 0.235],
    [0.06, 0.212],
    [0.066, 0.182],
    [0.451, 0.167],
    [-0.016, 0.123],
    [0.1, 0.088],
    [0.016, 0.171],
  ],
  flexibility: [
    [2.96, 0.638],
    [-0.022, 0.145],
    [0.133, 0.102],
    [-0.188, 0.123],
    [0.021, 0.153],
    [0.21, 0.139],
    [0.186, 0.117],
    [0.199, 0.108],
    [0.014, 0.08],
    [0.016, 0.057],
    [-0.06, 0.11],
  ],
};
