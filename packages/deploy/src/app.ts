import { App } from 'aws-cdk-lib/core';
import { declareApp } from './declare-app.ts';

declareApp(new App());
