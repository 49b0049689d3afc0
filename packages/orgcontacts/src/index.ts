/**
 * orgcontacts as a library: the pipeline's functions and types. `orgcontacts/aws` connects it to AWS, `orgcontacts/memory` to an
 * organization in memory.
 *
 * @module orgcontacts
 */
export { accountsNow, lookAgainThrough } from './apply/accounts-now.ts';
export { type Admission, type AdmissionInput, admit, holeIn } from './apply/admission.ts';
export { type AccountNow, type ApplyInput, applyPlan, type RunEnd, type RunEvent } from './apply/apply-plan.ts';
export type { Diagnose, Diagnosis } from './apply/denials.ts';
export { observeUndo } from './apply/observe-undo.ts';
export { openItems, remainingItems } from './apply/remaining-items.ts';
export { type RunFacts, type RunTools, resumeRun, runName, runPlan } from './apply/run-plan.ts';
export type { Caller, Role } from './caller/caller.ts';
export { type Reach, reach } from './caller/reach.ts';
export { type AccountId, parseAccountId } from './contact/account-id.ts';
export { type Contact, type ContactField, contactFields } from './contact/contact.ts';
export { type ContactType, contactTypes, parseContactType } from './contact/contact-type.ts';
export { maskContact } from './contact/mask-contact.ts';
export type { Observed } from './contact/observed.ts';
export { sameContact } from './contact/same-contact.ts';
export { type Control, type ControlStatus, controls, judgeControl } from './coverage/controls.ts';
export type { ControlResult, CountedControl } from './coverage/count-controls.ts';
export type { Coverage, CoveredAccount, CoveredContact, Decider, PolicyLine } from './coverage/coverage.ts';
export { coverageReads } from './coverage/coverage-reads.ts';
export { type CoverageState, coverageStates } from './coverage/coverage-state.ts';
export { makeCoverage } from './coverage/make-coverage.ts';
export { type KeyOf, type StateCounts, type Tally, tallyCoverage } from './coverage/tally-coverage.ts';
export type { Diagnostic, Place, Severity } from './diagnostic/diagnostic.ts';
export { type DiagnosticCode, diagnosticCodes } from './diagnostic/diagnostic-codes.ts';
export { renderDiagnostic } from './diagnostic/render-diagnostic.ts';
export type { Finding as DoctorFinding, Level as DoctorLevel } from './doctor/finding.ts';
export { type FindingCode, findingCodes } from './doctor/finding-codes.ts';
export { type Concluded, concludeLook, type Look, type LookResult, noteSweep } from './events/conclude-look.ts';
export { type ContestsSeen, isContested, noteContests } from './events/contest.ts';
export { type Decision, decide } from './events/decide.ts';
export { type FollowedEvent, followedEvents } from './events/followed-events.ts';
export { isOwn, type OwnMark } from './events/is-own.ts';
export { isNew, noteSignal } from './events/note-signal.ts';
export { noteWrites } from './events/note-writes.ts';
export { type ParsedEvent, parseEvent } from './events/parse-event.ts';
export { readWatchState } from './events/read-watch-state.ts';
export { type Actor, type Signal, type SignalKind, signalKinds } from './events/signal.ts';
export { type WatchMode, watchModes } from './events/watch-mode.ts';
export { type WatchPace, watchPace } from './events/watch-pace.ts';
export { type Contest, newWatchState, type Waiting, type WatchState, type WriteNote } from './events/watch-state.ts';
export { newContests, type WeighedPlan, type Weighing, weighPlan } from './events/weigh-plan.ts';
export { describeFailure } from './failure/describe-failure.ts';
export type { Failure, FailureKind, Result } from './failure/failure.ts';
export type { Identity, ListedAccount, ListedUnit, OrganizationFacts, Page } from './gateway/answers.ts';
export type { ControlPolicyGateway, ListedPolicy } from './gateway/control-policy-gateway.ts';
export type {
  ContactGateway,
  DelegationGateway,
  Gateway,
  IdentityGateway,
  OrganizationGateway,
} from './gateway/gateway.ts';
export { type Pacing, pacedGateway } from './gateway/paced-gateway.ts';
export { pausable, type ReadPause } from './gateway/pausable-gateway.ts';
export { withManagement } from './gateway/with-management.ts';
export type { PolicyDocument, Statement } from './iam/documents.ts';
export type { Purpose } from './iam/identity-policy.ts';
export { type InferOptions, type InferredPolicy, inferPolicy } from './infer/infer-policy.ts';
export type { Gaps } from './infer/label-accounts.ts';
export { policyOfSheet, type SheetPolicy } from './infer/policy-of-sheet.ts';
export type { Entry, Header, Intent, Milestone } from './journal/entry.ts';
export { makeFileJournalStore } from './journal/file/file-journal-store.ts';
export type { Journal } from './journal/journal.ts';
export type { AppendLog, Claim, JournalStore, StoredRun } from './journal/journal-store.ts';
export {
  type Outcome,
  type OutcomeEntry,
  skipReasons,
  type UnconfirmedReason,
  unconfirmedReasons,
} from './journal/outcome.ts';
export type { ItemRecord, RunRecord } from './journal/run-fold.ts';
export { type ReadRun, readRun, readRunOf, type StoredRecord } from './journal/run-record.ts';
export { countItems, type RunCounts } from './journal/summary.ts';
export { makeUndoPlan, type UndoPlan, type UndoVerdict, type Written, writtenBy } from './journal/undo-plan.ts';
export { observeAccounts } from './observe/observe-accounts.ts';
export { observeCaller } from './observe/observe-caller.ts';
export { observeContacts } from './observe/observe-contacts.ts';
export { type ObserveOrgOptions, observeOrg } from './observe/observe-org.ts';
export type { UnitsSought } from './observe/observe-units.ts';
export type { ContactsWanted } from './org/contacts-wanted.ts';
export type { ObservedAccount, ObservedOrg } from './org/observed-account.ts';
export { isActive, type Org, type OrgAccount, unitOf } from './org/org.ts';
export type { Target } from './org/target.ts';
export { type Clock, realClock } from './pace/clock.ts';
export { type Calls, forecast } from './pace/forecast.ts';
export { makePacer, type Pacer } from './pace/pacer.ts';
export type { Quota } from './pace/quota.ts';
export { type QuotaTable, quotaTables, shareOf } from './pace/quota-table.ts';
export type { Change, Finding, LeftAlone } from './plan/change.ts';
export { describeReason } from './plan/describe-resolution.ts';
export type { Breach, Scope } from './plan/limits.ts';
export { makePlan, type PlanFrame, type PlanInput } from './plan/make-plan.ts';
export { narrowPlan } from './plan/narrow-plan.ts';
export { isIncomplete, type Origin, type Plan } from './plan/plan.ts';
export type { Because, PlannedAccount, PlannedItem } from './plan/planned-item.ts';
export { type ReadPlan, readPlan, renderPlan } from './plan/read-plan.ts';
export type { AddressPlace } from './policy/find-addresses.ts';
export type { LintSettings } from './policy/lint-settings.ts';
export type { NamedWant } from './policy/named-want.ts';
export { type ParsedPolicy, parsePolicy } from './policy/parse-policy.ts';
export { accountVariables, type Piece, type Reference } from './policy/piece.ts';
export { type Assignment, type Exclusion, type Mode, modes, type Policy, type Want } from './policy/policy.ts';
export { noReferences, type ReadReference, type ReadReferenceAnswer } from './policy/read-field.ts';
export type { ParseOptions } from './policy/read-policy-text.ts';
export {
  type NotedValue,
  renderPolicy,
  type WrittenAssignment,
  type WrittenMatch,
  type WrittenPolicy,
} from './policy/render-policy.ts';
export { type ReplacedAddress, type Replacement, replaceAddress } from './policy/replace-address.ts';
export type { AddressInPolicy } from './report/address-parts.ts';
export type { Explained, ExplainedContender, ExplainedType } from './report/explained.ts';
export { fileFormats } from './report/file-formats.ts';
export type { FileStyle } from './report/file-style.ts';
export { formats } from './report/index.ts';
export type { NotedReport } from './report/note.ts';
export type { KeptRun, VerifiedRun } from './report/past-runs.ts';
export type { Report, WrittenFile } from './report/report.ts';
export type { EndedItem, Forecast, JudgedItem, RunAccount, ShownContact } from './report/report-parts.ts';
export type { RowReport } from './report/report-row.ts';
export type { Emphasis, Style } from './report/style.ts';
export { checkUnits } from './resolve/check-units.ts';
export { describeVerdict } from './resolve/describe-verdict.ts';
export { type Explanation, explain, type Verdict } from './resolve/explain.ts';
export { type InForce, inForce, type TypeInForce } from './resolve/in-force.ts';
export { lintOrg } from './resolve/lint-org.ts';
export { needsOf, type OrgNeeds } from './resolve/needs-of.ts';
export type { AccountResolution, Resolution, UnresolvedReason } from './resolve/resolution.ts';
export { resolve, typesNamedBy } from './resolve/resolve.ts';
export { wantedReads } from './resolve/wanted-reads.ts';
export { describeSelector } from './selector/describe-selector.ts';
export type { Rank } from './selector/rank.ts';
export type { Condition, Selector } from './selector/selector.ts';
export type { Known, Subject, UnitStep } from './selector/subject.ts';
export type { SetupStep } from './setup/plan-setup.ts';
export { type ReadSheet, readSheet } from './sheet/read-sheet.ts';
export { renderSheet, type SheetLine } from './sheet/render-sheet.ts';
export type { SheetRow, SheetWant } from './sheet/sheet-row.ts';
