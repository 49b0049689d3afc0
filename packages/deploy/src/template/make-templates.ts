import { App, BootstraplessSynthesizer, type IStackSynthesizer, Stack } from 'aws-cdk-lib/core';
import { administratorTemplate } from './administrator-template.ts';
import { managementTemplate } from './management-template.ts';
import { memberTemplate } from './member-template.ts';
import { visitedTemplate } from './visited-template.ts';

const fill = {
  administrator: administratorTemplate,
  management: managementTemplate,
  member: memberTemplate,
  visited: visitedTemplate,
} as const;

/** A stack that CloudFormation deploys by itself. */
export type TemplateName = keyof typeof fill;

/**
 * Synthesizes the templates that need no CDK: no bootstrap stack, no assets, no version rule; what differs from place to place is a
 * parameter. Gives them by name, as CloudFormation's JSON. Takes a second and writes only into a temporary folder.
 */
export const makeTemplates = (): Readonly<Record<TemplateName, object>> => {
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    // Seconds of every synthesis, and the tests have cfn-lint look at the same templates.
    builtinCloudFormationValidation: false,
    context: { '@aws-cdk/core:newStyleStackSynthesis': false, 'aws:cdk:disable-asset-staging': true },
  });
  for (const [name, into] of Object.entries(fill))
    into(new Stack(app, name, { synthesizer: withoutBootstrap(), analyticsReporting: false }));
  const assembly = app.synth();
  // One stack for each name, just made.
  return Object.fromEntries(
    Object.keys(fill).map((name) => [name, assembly.getStackByName(name).template]),
  ) as Readonly<Record<TemplateName, object>>;
};

/** The library declares an optional property in two ways that differ only under exactOptionalPropertyTypes. */
const withoutBootstrap = (): IStackSynthesizer => new BootstraplessSynthesizer({}) as IStackSynthesizer;

/** A template as the text of its file. Pure. */
export const renderTemplate = (template: object): string => `${JSON.stringify(template, undefined, 2)}\n`;
