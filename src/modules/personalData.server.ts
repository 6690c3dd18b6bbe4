/** What every module holds about people: registered here once, so that an export or an erasure forgets none. */
import '#platform/server/ownPersonalData.ts';
import '#modules/access/server/personalData.ts';
import '#modules/aid/server/personalData.ts';
import '#modules/eligibility/server/personalData.ts';
import '#modules/enterprises/server/personalData.ts';
import '#modules/interface/server/personalData.ts';
import '#modules/notifications/server/personalData.ts';
import '#modules/privacy/server/personalData.ts';
import '#modules/recruitment/server/personalData.ts';
import '#modules/register/server/personalData.ts';
import '#modules/reporting/server/personalData.ts';
import '#modules/signatures/server/personalData.ts';
import '#modules/timeline/server/personalData.ts';
import '#modules/trajectories/server/personalData.ts';
import '#modules/webhooks/server/personalData.ts';
