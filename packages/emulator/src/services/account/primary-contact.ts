import type { Field } from '../../shape/field.ts';

const text = (name: string, max: number, more: Partial<Field> = {}): Field => ({
  name,
  type: 'string',
  min: 1,
  max,
  ...more,
});

/** The primary contact as a member of a request (AWS service model). */
export const contactInformationField: Field = {
  name: 'ContactInformation',
  type: 'structure',
  required: true,
  members: [
    text('FullName', 50, { required: true }),
    text('AddressLine1', 60, { required: true }),
    text('AddressLine2', 60),
    text('AddressLine3', 60),
    text('City', 50, { required: true }),
    text('StateOrRegion', 50),
    text('DistrictOrCounty', 50),
    text('PostalCode', 20, { required: true }),
    text('CountryCode', 2, { required: true, min: 2 }),
    text('PhoneNumber', 20, { required: true, pattern: '[+][\\s0-9()-]+' }),
    text('CompanyName', 50),
    text('WebsiteUrl', 256),
  ],
};

/** Where StateOrRegion is documented as required (AWS service model). */
export const countriesWithStates: readonly string[] = ['US', 'CA', 'GB', 'DE', 'JP', 'IN', 'BR'];
