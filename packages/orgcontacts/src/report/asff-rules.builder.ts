const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength, pattern: '\\S' });
const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$' };
const severity = {
  type: 'object',
  additionalProperties: false,
  required: ['Label'],
  properties: { Label: { enum: ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] } },
};
const types = {
  type: 'array',
  maxItems: 50,
  items: {
    type: 'string',
    pattern:
      '^(Software and Configuration Checks|TTPs|Effects|Unusual Behaviors|Sensitive Data Identifications)(/[^/]+){0,2}$',
  },
};

/**
 * What is published about a batch of findings, as far as ours have it: AWS publishes no schema of the format. From the service model of
 * Security Hub (2018-10-26) with the lengths in its documentation, BatchImportFindings and AwsSecurityFinding. Stricter in that a member
 * that is not named here is refused. A batch has at most 100; ours is cut into batches by whoever sends it.
 */
export const asffRules = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: [
      ...['SchemaVersion', 'Id', 'ProductArn', 'GeneratorId', 'AwsAccountId'],
      ...['CreatedAt', 'UpdatedAt', 'Title', 'Description', 'Resources'],
    ],
    properties: {
      SchemaVersion: { const: '2018-10-08' },
      Id: text(512),
      ProductArn: {
        ...text(2048),
        pattern: '^arn:aws[a-z-]*:securityhub:[a-z0-9-]+:\\d{12}:product/\\d{12}/default$',
      },
      GeneratorId: text(512),
      AwsAccountId: { type: 'string', pattern: '^\\d{12}$' },
      Types: types,
      CreatedAt: time,
      UpdatedAt: time,
      Severity: severity,
      Title: text(256),
      Description: text(1024),
      ProductFields: {
        type: 'object',
        maxProperties: 50,
        propertyNames: { maxLength: 128 },
        additionalProperties: text(2048),
      },
      Resources: {
        type: 'array',
        minItems: 1,
        maxItems: 32,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['Type', 'Id'],
          properties: {
            Type: text(256),
            Id: text(512),
            Partition: { enum: ['aws', 'aws-cn', 'aws-us-gov'] },
            Region: text(16),
          },
        },
      },
      Compliance: {
        type: 'object',
        additionalProperties: false,
        properties: {
          Status: { enum: ['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE'] },
          RelatedRequirements: { type: 'array', maxItems: 32, items: text(512) },
          StatusReasons: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['ReasonCode'],
              properties: {
                ReasonCode: { type: 'string', pattern: '\\S' },
                Description: { type: 'string', pattern: '\\S' },
              },
            },
          },
        },
      },
      RecordState: { enum: ['ACTIVE', 'ARCHIVED'] },
      FindingProviderFields: {
        type: 'object',
        additionalProperties: false,
        properties: { Severity: severity, Types: types },
      },
    },
  },
};
