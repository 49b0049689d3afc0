/** The few ways in which text stands out. */
export type Emphasis = 'create' | 'update' | 'delete' | 'good' | 'warning' | 'bad' | 'quiet' | 'strong';

/** How text is laid out for where it goes. */
export interface Style {
  /** Columns of the screen. */
  readonly width: number;
  /** Makes a text stand out. */
  readonly paint: (emphasis: Emphasis, text: string) => string;
  /** Contacts are personal data: shown whole only to somebody who asked for them. */
  readonly values: 'whole' | 'masked';
  /** List every change instead of grouping equal ones. */
  readonly verbose: boolean;
}
