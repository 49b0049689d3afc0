import { controlTitle } from './control-name.ts';
import type { FileStyle } from './file-style.ts';
import { type Note, type NotedReport, notesOf, ruleText } from './note.ts';
import { cutText, safeText } from './safe-text.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * Renders what there is to look at as SARIF 2.1.0 (OASIS), for code scanning: each result at its line of the policy file, contacts masked as
 * the style says. A result about no line stands at the beginning of the file. Pure.
 */
export const renderSarif = (report: NotedReport, style: FileStyle): string => {
  const notes = notesOf(report, style);
  const rules = [...new Set(notes.map(({ rule }) => rule))].sort();
  const file = fileOf(report);
  return JSON.stringify(
    {
      $schema: schema,
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'orgcontacts',
              rules: rules.map((id) => ({ id, shortDescription: { text: ruleText(id) } })),
            },
          },
          automationDetails: { id: `orgcontacts/${report.kind}/` },
          columnKind: 'utf16CodeUnits',
          results: notes.map((note) => resultOf(note, rules.indexOf(note.rule), file)),
        },
      ],
    },
    undefined,
    2,
  );
};

/** The policy file, for what stands in no line of it. */
const fileOf = (report: NotedReport): string => {
  if (report.kind === 'validate') return report.file;
  const origin =
    report.kind === 'coverage' ? report.coverage.origin : report.kind === 'run' ? null : report.plan.origin;
  return origin?.kind === 'policy' ? origin.file : 'contacts.yaml';
};

const resultOf = ({ rule, level, message, place, key, row }: Note, ruleIndex: number, file: string) => ({
  ruleId: rule,
  ruleIndex,
  level,
  message: { text: safeText(message) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(place?.file ?? file) },
        region: regionOf(place),
      },
      ...(row && { logicalLocations: [{ name: row.accountId, kind: 'resource' }] }),
    },
  ],
  // GitHub tells results apart by this one: without it, all accounts of a line would be one alert (GitHub docs, "SARIF support for code
  // scanning", partialFingerprints).
  partialFingerprints: { primaryLocationLineHash: key },
  ...(row && { properties: propertiesOf(row) }),
});

const propertiesOf = ({ accountName, unit, type, compliance }: NonNullable<Note['row']>) => ({
  accountName: safeText(accountName),
  unit: safeText(unit),
  ...(type !== null && { contactType: type }),
  ...(compliance.length > 0 && {
    compliance: Object.fromEntries(
      compliance
        .filter(({ status }) => status !== 'not-applicable')
        .map(({ control, status }) => [controlTitle(control), status]),
    ),
  }),
});

const regionOf = (place: Note['place']) =>
  place
    ? {
        startLine: place.line,
        ...(place.column !== undefined && { startColumn: place.column }),
        ...(place.column !== undefined && place.length !== undefined && { endColumn: place.column + place.length }),
      }
    : { startLine: 1 };

/** A path as a reference (RFC 3986): each step encoded, and a first step with a colon taken for no scheme. */
const uriOf = (file: string): string => {
  const encoded = cutText(safeText(file), 4096)
    .replaceAll('\\', '/')
    .split('/')
    .map((step) => encodeURIComponent(step))
    .join('/');
  return /^[^/]*%3A/.test(encoded) ? `./${encoded}` : encoded;
};
