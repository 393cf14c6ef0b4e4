import * as audit from './audit.ts';
import * as common from './common.ts';
import * as customerCard from './customer-card.ts';
import * as delivery from './delivery.ts';
import * as destination from './destination.ts';
import * as lost from './lost.ts';
import * as money from './money.ts';
import * as office from './office.ts';
import * as people from './people.ts';
import * as reports from './reports.ts';
import * as session from './session.ts';
import * as settings from './settings.ts';
import * as setup from './setup.ts';
import * as stock from './stock.ts';

/** All words on screen. Another language is another object of this shape. */
export const t = {
  ...audit,
  ...common,
  ...customerCard,
  ...delivery,
  ...destination,
  ...session,
  ...lost,
  ...money,
  ...office,
  ...people,
  ...reports,
  ...settings,
  ...setup,
  ...stock,
};
