import type { Localised } from '#shared/localised.ts';
import type { Option, Questionnaire, Scale } from '#modules/questionnaires/index.ts';
import { backgroundItems, roleScale, workersScale } from './background.ts';
import { contextChange, contextOrder, contextPartOfJob, contextStaffing } from './statements/context.ts';
import { learningFirstWeeks, learningManyWays, learningMust, learningNewTasks } from './statements/learning.ts';
import { plansAhead, plansCurrentJob, plansFrame, plansList } from './statements/plans.ts';
import {
  policyInitiative,
  policyLeaving,
  policyPaths,
  policyRoles,
  policySelection,
  policySkills,
  policyVision,
} from './statements/policy.ts';
import { supportAdHoc, supportCoaching, supportKnowsPeople, supportTalks, supportTime } from './statements/support.ts';

const upward: readonly Option[] = [
  { value: 'sometimes', label: { nl: 'Soms', en: 'Sometimes', fr: 'Parfois', de: 'Manchmal' } },
  { value: 'mostly', label: { nl: 'Meestal wel', en: 'Mostly', fr: 'Le plus souvent', de: 'Meistens' } },
  { value: 'always', label: { nl: 'Ja, altijd', en: 'Yes, always', fr: 'Oui, toujours', de: 'Ja, immer' } },
  {
    value: 'unknown',
    unknown: true,
    label: { nl: 'Dat weet ik niet', en: 'I don’t know', fr: 'Je ne sais pas', de: 'Das weiß ich nicht' },
  },
];

const notYet: Localised = { nl: 'Nee, nog niet', en: 'No, not yet', fr: 'Non, pas encore', de: 'Nein, noch nicht' };

/** For what an enterprise may still start with. */
const practice: Scale = { id: 'practice', options: [{ value: 'not_yet', label: notYet }, ...upward] };

/** The same steps for habits that nobody has to work toward: there, "not yet" would be odd. */
const habit: Scale = {
  id: 'habit',
  options: [{ value: 'not_yet', label: { nl: 'Nee', en: 'No', fr: 'Non', de: 'Nein' } }, ...upward],
};

/**
 * The published scan, version 1. The wording is our own and no validated instrument. A published version is not changed: new
 * wording is a new version with the same ids for the same facts.
 */
export const scanQuestionnaire: Questionnaire = {
  id: 'maturity_scan',
  version: 1,
  status: 'published',
  title: {
    nl: 'Scan: hoe leren we hier?',
    en: 'Scan: how do we learn here?',
    fr: 'Scan : comment apprenons-nous ici ?',
    de: 'Scan: Wie lernen wir hier?',
  },
  scales: [practice, habit, roleScale, workersScale],
  sections: [
    {
      id: 'about',
      title: { nl: 'Over jou', en: 'About you', fr: 'À propos de vous', de: 'Über Sie' },
      items: backgroundItems,
    },
    {
      id: 'start',
      title: {
        nl: 'Vijf om te beginnen',
        en: 'Five to start with',
        fr: 'Cinq pour commencer',
        de: 'Fünf zum Anfangen',
      },
      // Together they touch all five profiles, so that a first picture can follow.
      items: [contextChange, policyRoles, learningFirstWeeks, supportKnowsPeople, supportTime],
    },
    {
      id: 'context',
      title: { nl: 'Je onderneming', en: 'Your enterprise', fr: 'Votre entreprise', de: 'Ihr Unternehmen' },
      items: [contextOrder, contextStaffing, contextPartOfJob],
    },
    {
      id: 'learning',
      title: {
        nl: 'Hoe mensen leren',
        en: 'How people learn',
        fr: 'Comment on apprend',
        de: 'Wie Menschen lernen',
      },
      items: [learningMust, learningNewTasks, learningManyWays],
    },
    {
      id: 'support',
      title: {
        nl: 'Steun bij het leren',
        en: 'Support for learning',
        fr: 'Soutien pour apprendre',
        de: 'Hilfe beim Lernen',
      },
      items: [supportAdHoc, supportTalks, supportCoaching],
    },
    {
      id: 'policy',
      title: {
        nl: 'Wat je afspreekt',
        en: 'What you agree on',
        fr: 'Ce dont vous convenez',
        de: 'Was Sie vereinbaren',
      },
      items: [policyVision, policySkills, policySelection, policyLeaving, policyPaths, policyInitiative],
    },
    {
      id: 'plans',
      title: {
        nl: 'Opleidingen plannen',
        en: 'Planning training',
        fr: 'Planifier les formations',
        de: 'Schulungen planen',
      },
      items: [plansList, plansCurrentJob, plansAhead, plansFrame],
    },
  ],
};
