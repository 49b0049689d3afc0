import { render } from 'preact';
import type { ReportDocument } from '../../orgcontacts/src/page/report-document.ts';
import { App } from './app.tsx';
import { makeEmbeddedSource } from './source/embedded-source.ts';
import { makeLiveSource } from './source/live-source.ts';
import './style/base.css';
import './style/head.css';
import './style/controls.css';
import './style/states.css';
import './style/cards.css';
import './style/lists.css';
import './style/tables.css';
import './style/details.css';
import './style/policy.css';
import './style/narrow.css';
import './style/print.css';

const inside = document.getElementById('orgcontacts-report')?.textContent;
const page = document.getElementById('page');
// The text beside this script was written by the same version of orgcontacts.
const report = inside ? (JSON.parse(inside) as ReportDocument) : undefined;

if (page) render(<App source={report ? makeEmbeddedSource(report) : makeLiveSource()} />, page);
