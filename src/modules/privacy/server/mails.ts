import { defineMail } from '#platform/server/mail.ts';
import { texts } from '../text/index.ts';

defineMail('privacy', texts, 'newEmail');
defineMail('privacy', texts, 'emailChanged');
