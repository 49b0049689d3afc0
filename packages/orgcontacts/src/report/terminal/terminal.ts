import type { Report } from '../report.ts';
import type { Style } from '../style.ts';
import { renderReplacedReport, renderWhereReport } from './addresses.ts';
import { renderCoverageReport } from './coverage.ts';
import { renderDoctorReport } from './doctor.ts';
import { renderExplainReport, renderInForceReport } from './explain.ts';
import { renderHistoryReport, renderPrunedReport, renderVerifiedReport } from './history.ts';
import { renderIamReport } from './iam.ts';
import { renderCheckReport, renderPlanReport } from './plan.ts';
import { renderRunReport } from './run.ts';
import { renderSetupReport } from './setup.ts';
import { renderShowReport } from './show.ts';
import { renderUndoPlanReport } from './undo-plan.ts';
import { renderValidateReport } from './validate.ts';
import {
  renderExportedReport,
  renderImportedReport,
  renderImportedSheetReport,
  renderInitiatedReport,
} from './written.ts';

/** Renders a report for people at a terminal. */
export const renderTerminal = (report: Report, style: Style): string => {
  switch (report.kind) {
    case 'validate':
      return renderValidateReport(report, style);
    case 'plan':
      return renderPlanReport(report, style);
    case 'check':
      return renderCheckReport(report, style);
    case 'coverage':
      return renderCoverageReport(report, style);
    case 'show':
      return renderShowReport(report, style);
    case 'exported':
      return renderExportedReport(report, style);
    case 'where':
      return renderWhereReport(report, style);
    case 'replaced':
      return renderReplacedReport(report, style);
    case 'imported':
      return renderImportedReport(report, style);
    case 'imported-sheet':
      return renderImportedSheetReport(report, style);
    case 'initiated':
      return renderInitiatedReport(report, style);
    case 'setup':
      return renderSetupReport(report, style);
    case 'doctor':
      return renderDoctorReport(report, style);
    case 'iam':
      return renderIamReport(report);
    case 'explain':
      return renderExplainReport(report, style);
    case 'in-force':
      return renderInForceReport(report, style);
    case 'undo-plan':
      return renderUndoPlanReport(report, style);
    case 'run':
      return renderRunReport(report, style);
    case 'history':
      return renderHistoryReport(report, style);
    case 'verified':
      return renderVerifiedReport(report, style);
    case 'pruned':
      return renderPrunedReport(report, style);
    default:
      return report satisfies never;
  }
};
