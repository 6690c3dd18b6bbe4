import { defineMail } from '#platform/server/mail.ts';
import { texts } from '../text/index.ts';

defineMail('recruitment', texts, 'received');
defineMail('recruitment', texts, 'handedOver');
defineMail('recruitment', texts, 'declined');
defineMail('recruitment', texts, 'started');
