/**
 * Every module's server side, imported once, so that its operations, permissions, jobs and mails are registered. The web
 * process, the command line, the generated tests and the docs all start here.
 */
import '#platform/server/housekeeping.ts';
import '#modules/access/server/operations.ts';
import '#modules/instance/server/operations.ts';
import '#modules/interface/server/operations.ts';
import '#modules/live/server/operations.ts';
import '#modules/maturity/server/operations.ts';
import '#modules/trajectories/server/frameOperations.ts';
import '#modules/signatures/server/operations.ts';
import '#modules/enterprises/server/operations.ts';
import '#modules/recruitment/server/operations.ts';
import '#modules/reporting/server/operations.ts';
import '#modules/reporting/server/listOperations.ts';
import '#modules/reporting/server/exportOperations.ts';
import '#modules/reporting/server/taskOperations.ts';
import '#modules/reporting/server/homeOperations.ts';
import '#modules/reporting/server/searchOperations.ts';
import '#modules/reporting/server/sampleOperations.ts';
import '#modules/trajectories/server/planOperations.ts';
import '#modules/trajectories/server/planVerdictOperations.ts';
import '#modules/trajectories/server/planPrintOperations.ts';
import '#modules/trajectories/server/sessionOperations.ts';
import '#modules/trajectories/server/sessionStrikeOperations.ts';
import '#modules/trajectories/server/quickSessionOperations.ts';
import '#modules/trajectories/server/intakeOperations.ts';
import '#modules/trajectories/server/partOperations.ts';
import '#modules/trajectories/server/agreementOperations.ts';
import '#modules/eligibility/server/operations.ts';
import '#modules/trajectories/server/actionPlanOperations.ts';
import '#modules/trajectories/server/actionPlanDraftOperations.ts';
import '#modules/trajectories/server/actionPlanConfirmOperations.ts';
import '#modules/trajectories/server/actionPlanPrintOperations.ts';
import '#modules/trajectories/server/followUpOperations.ts';
import '#modules/trajectories/server/followUpReminding.ts';
import '#modules/trajectories/server/followUpReminders.ts';
import '#modules/trajectories/server/stopOperations.ts';
import '#modules/timeline/server/operations.ts';
import '#modules/trajectories/server/presenceOperations.ts';
import '#modules/timeline/server/fileOperations.ts';
import '#modules/webhooks/server/operations.ts';
import '#modules/privacy/server/selfOperations.ts';
import '#modules/privacy/server/personOperations.ts';
import '#modules/privacy/server/clockOperations.ts';
import './personalData.server.ts';
import '#modules/notifications/server/operations.ts';
