import { defineMail } from '#platform/server/mail.ts';
import { texts } from '../text/index.ts';

defineMail('trajectories', texts, 'actionPlan');
defineMail('trajectories', texts, 'actionPlanGuide');
defineMail('trajectories', texts, 'actionPlanSealed');
defineMail('trajectories', texts, 'followUp');
defineMail('trajectories', texts, 'followUpGuide');
