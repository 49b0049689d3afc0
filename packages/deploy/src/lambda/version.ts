declare const VERSION: string | undefined;

/** The version of orgcontacts that the functions were bundled with; where they are not bundled there is none. */
export const version: string = typeof VERSION === 'string' ? VERSION : '0.0.0';
