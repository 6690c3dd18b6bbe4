import { keepVersion } from '#modules/questionnaires/index.server.ts';
import { checkAnswers } from '#modules/questionnaires/index.ts';
import { InvalidInput, invalid, notFound, notNow } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import { currentScan, publishedScan, type PublishedScan } from '../definition/scan.ts';
import { ScanFormInput, ScanStepInput, SendScanInput, seriesOf } from '../inputs.ts';
import { firstPicture } from '../rules/firstPicture.ts';
import { statementAnswers } from '../rules/score.ts';
import { scoreScan } from '../rules/score.ts';
import { numbersDisagree, workersIn, type WorkerBand } from '../rules/size.ts';
import { aboutPart, firstPart, nextPart } from '../rules/parts.ts';
import type { FirstPictureView, ScanFormView, ScanStepView } from '../rules/views.ts';
import type { Locale } from '#shared/localised.ts';
import { noteOnTimeline } from './claiming.ts';
import { formView } from './formView.ts';
import { fitView } from './report/fit.ts';
import { wordsFor } from './report/words.ts';
import { secretsFor } from './secrets.ts';
import { addScan, changeScan, findScan, scansOfSeries, type NewScan, type ScanPlace, type ScanRole } from './store.ts';

/** The form of the scan. With the link of a series or of an own result it says what it joins or changes. */
export const readScanForm = query({
  name: 'maturity.readScanForm',
  input: ScanFormInput.transform((input) => ({
    ...input,
    secret: input.change ? seriesOf(input.change) : (input.with ?? ''),
  })),
  on: nothing,
  needs: { public: 'the scan is for everybody, without an account', sees: 'secret' },
  example: () => ({}),
  async run({ db, input, actor, today }): Promise<ScanFormView> {
    const form = { ...formView(currentScan, actor.locale), today };
    if (input.change) {
      const scan = await findScan(db, hashSecret(input.change));
      if (!scan) throw notFound();
      if (scan.state === 'claimed') throw notNow('maturity:error.claimed');
      const about = { 'about.role': scan.role, 'about.workers': scan.band, 'about.workersExact': scan.workers ?? '' };
      const change = { secret: input.change, name: scan.name ?? '', answers: { ...scan.answers, ...about } };
      return { ...form, joins: null, change };
    }
    if (!input.with) return { ...form, joins: null, change: null };
    if ((await scansOfSeries(db, hashSecret(input.with))).length === 0) throw notFound();
    return { ...form, joins: { with: input.with, again: input.again }, change: null };
  },
});

/** One step through the form without JavaScript: checks what was answered about oneself, says which part comes next. */
export const stepScan = query({
  name: 'maturity.stepScan',
  input: ScanStepInput,
  on: nothing,
  needs: { public: 'the scan is for everybody, and a step keeps nothing', sees: 'nothing' },
  example: () => ({ at: 'about', go: 'on', answers: { 'about.role': 'owner', 'about.workers': '1-9' } }),
  async run({ input, actor }): Promise<ScanStepView> {
    const { questionnaire, model } = currentScan;
    if (input.at === aboutPart && input.go === 'on') checkAbout(currentScan, input.answers);
    const picture = firstPicture(model, input.answers);
    const at = nextPart(questionnaire, model, { at: input.at, go: input.go, pictureReady: picture.ready });
    return { at, picture: at === firstPart ? pictureView(picture.result, actor.locale) : null };
  },
});

/** Keeps a finished scan and gives the secret of its link. The same form sent twice is one scan. */
export const sendScan = command({
  name: 'maturity.sendScan',
  input: SendScanInput,
  on: nothing,
  needs: {
    public:
      'the scan is for everybody; a scan that joins a series goes where that series belongs, and nothing of it is told',
    sees: 'everything',
    perTenMinutes: 120,
  },
  example: () => ({
    form: '11111111-1111-4111-8111-111111111111',
    answers: {
      'about.role': 'owner',
      'about.workers': '1-9',
      ...Object.fromEntries(currentScan.model.statements.map(({ id }) => [id, 'mostly'])),
    },
  }),
  async run({ db, input, now, today, actor }) {
    const published = publishedScan(input.version ?? currentScan.version) ?? currentScan;
    const told = readAnswers(published, input.answers);
    const kept = await keepVersion(db, published.questionnaire);
    const content = {
      ...told,
      name: input.name ?? null,
      questionnaireVersion: kept.version,
      questionnaireHash: kept.hash,
    };

    if (input.change) {
      const scan = await findScan(db, hashSecret(input.change));
      if (!scan) throw notFound();
      if (!(await changeScan(db, scan.id, content))) throw notNow('maturity:error.claimed');
      return { scan: scan.id, secret: input.change };
    }

    const secrets = secretsFor(input.form, input.with);
    const secretHash = hashSecret(secrets.scan);
    const sent = await findScan(db, secretHash);
    if (sent) {
      // The same page again: a second click, or somebody who went back and chose otherwise. What is claimed stays as it was.
      await changeScan(db, sent.id, content);
      return { scan: sent.id, secret: secrets.scan };
    }
    const seriesHash = hashSecret(secrets.series);
    const series = await scansOfSeries(db, seriesHash);
    if (input.with && series.length === 0) throw notFound();
    const home = series.find(({ enterprise }) => enterprise !== null);
    const place: ScanPlace | null = home
      ? { programme: home.programme!, lot: home.lot, provider: home.provider, enterprise: home.enterprise! }
      : null;
    const id = newId();
    const scan: NewScan = {
      ...content,
      id,
      series: series[0]?.series ?? id,
      seriesHash,
      secretHash,
      relation: !input.with ? 'first' : input.again ? 'again' : 'colleague',
      questionnaireCode: kept.code,
      locale: actor.locale,
      startedOn: startedOn(input.started, today),
      finishedOn: today,
      place,
    };
    await addScan(db, scan, now);
    if (place) await noteOnTimeline(db, place, scan);
    return { scan: id, secret: secrets.scan };
  },
  audit: (_input, result) => ({ subject: { kind: 'scan', id: result.scan }, fields: ['role', 'workers', 'answers'] }),
});

/** What somebody said, checked and scored. Throws InvalidInput with one message a field. */
function readAnswers({ questionnaire, model }: PublishedScan, sent: Readonly<Record<string, unknown>>) {
  const { answers, problems } = checkAnswers(questionnaire, sent, { complete: true });
  if (problems.length > 0)
    throw new InvalidInput(
      problems.map(({ item, code, facts }) => ({
        path: `answers.${item}`,
        textKey: `maturity:error.${code}`,
        parameters: facts,
      })),
    );
  insistOnNumber(answers);
  const result = scoreScan(model, answers);
  if (result.situation === 'too_few')
    throw invalid('answers', 'maturity:result.lead.tooFew', { answered: result.answered, needed: model.fewestKnown });
  return {
    role: answers['about.role'] as ScanRole,
    band: answers['about.workers'] as WorkerBand,
    workers: (answers['about.workersExact'] as number | undefined) ?? null,
    answers: statementAnswers(model, answers),
    result,
  };
}

function checkAbout({ questionnaire }: PublishedScan, sent: Readonly<Record<string, unknown>>): void {
  const { answers, problems } = checkAnswers(questionnaire, sent, { complete: true });
  const wrong = problems.filter(({ item }) => item.startsWith('about.'));
  if (wrong.length > 0)
    throw new InvalidInput(
      wrong.map(({ item, code, facts }) => ({
        path: `answers.${item}`,
        textKey: `maturity:error.${code}`,
        parameters: facts,
      })),
    );
  insistOnNumber(answers);
}

/** The number and the band that somebody chose must agree: which of the two is right, only they know. */
function insistOnNumber(answers: Readonly<Record<string, unknown>>): void {
  const workers = workersIn(answers);
  if (numbersDisagree(workers))
    throw invalid('answers.about.workersExact', 'maturity:duty.numbersDisagree', {
      band: workers.band!,
      exact: workers.exact!,
    });
}

function pictureView(result: ReturnType<typeof firstPicture>['result'], locale: Locale): FirstPictureView {
  const words = wordsFor(currentScan.questionnaire, currentScan.model, locale);
  if (result.certainty === 'none' || result.ranking.length === 0) return { fit: null, lead: words.t('first.tooFew') };
  const best = result.fits.find(({ profile }) => profile === result.ranking[0])!;
  const lead =
    best.word === 'little' || result.best === 'none'
      ? words.t('first.beginning')
      : words.t('first.lead', { profile: words.profileWithin(best.profile) });
  return { fit: fitView(result, words), lead };
}

/** The device says on which day it began; more than a season ago, or tomorrow, is a clock that runs wrong. */
function startedOn(said: PlainDate | undefined, today: PlainDate): PlainDate {
  return said && said <= today && said >= addDays(today, -90) ? said : today;
}
