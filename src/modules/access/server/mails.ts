import { defineMail } from '#platform/server/mail.ts';
import { texts } from '../text/index.ts';

defineMail('access', texts, 'signIn');
defineMail('access', texts, 'invitation');
