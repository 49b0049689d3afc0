import { type Finding, finding } from './finding.ts';
import type { Setting } from './setting.ts';

/** The oldest Node.js that this tool runs on, as `engines` in its package says. */
const oldestNode = [20, 19] as const;

/** Says whether the machine has what a run needs. Pure. */
export const diagnoseSetting = ({ versions, policy, journal }: Setting): readonly Finding[] => [
  ...versionFindings(versions),
  policyFinding(policy),
  journal.kind === 'usable'
    ? finding('journal', 'ok', {
        fact: `${journal.place} can be written to`,
        message: 'The journals of runs can be kept.',
      })
    : finding('journal-unusable', 'problem', {
        fact: `${journal.place}: ${journal.because}`,
        message: 'The journals of runs cannot be kept there, and without a journal nothing is written to AWS.',
        fix: 'orgcontacts doctor --journal FOLDER',
      }),
];

const versionFindings = ({ tool, node, sdk, sdkTested }: Setting['versions']): readonly Finding[] => {
  const fact = `orgcontacts ${tool}, Node.js ${node}, AWS SDK ${sdk ?? 'of an unknown version'}`;
  const [major = 0, minor = 0] = partsOf(node);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    return [
      finding('node-too-old', 'problem', {
        fact,
        message: `Node.js ${node} is too old: ${oldestNode.join('.')} or newer is needed.`,
        fix: 'nvm install 20',
      }),
    ];
  if (sdk !== null && !isTested(sdk, sdkTested))
    return [
      finding('sdk-other', 'warning', {
        fact,
        message: `The AWS SDK is ${sdk}, and ${sdkTested} was tested.`,
        fix: 'npm ls @aws-sdk/client-account',
      }),
    ];
  return [finding('versions', 'ok', { fact, message: 'What runs here is what was tested.' })];
};

/** Within `~3.1169.0`: the same but for the last number. */
const isTested = (sdk: string, tested: string): boolean => {
  const [wanted, given] = [partsOf(tested.replace(/^\D+/, '')), partsOf(sdk)];
  return wanted[0] === given[0] && wanted[1] === given[1];
};

const partsOf = (version: string): readonly number[] => version.split('.').map(Number);

const policyFinding = (policy: Setting['policy']): Finding => {
  switch (policy.kind) {
    case 'valid':
      return finding('policy-file', 'ok', {
        fact: `${policy.file}: valid, with ${policy.warnings === 1 ? '1 warning' : `${policy.warnings} warnings`}`,
        message: `The policy file ${policy.file} is valid.`,
      });
    case 'invalid':
      return finding('policy-file-invalid', 'problem', {
        fact: `${policy.file}: ${policy.errors === 1 ? '1 mistake' : `${policy.errors} mistakes`}`,
        message: `The policy file ${policy.file} is not valid.`,
        fix: `orgcontacts validate --policy ${policy.file}`,
      });
    case 'missing':
      return finding('policy-file-missing', policy.isNamed ? 'problem' : 'warning', {
        fact: `${policy.file}: there is no such file`,
        message: `There is no policy file ${policy.file}. Write a first one, or make one of the live contacts with orgcontacts import.`,
        fix: 'orgcontacts init',
      });
    default:
      return policy satisfies never;
  }
};
