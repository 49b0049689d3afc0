import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { unitShape } from './shapes.ts';
import { unitIdField, withUnit } from './unit-field.ts';
import { duplicateName, isNameTaken, unitNameField } from './unit-name.ts';

/** Gives a unit another name; without one nothing changes. Its id, and what is in it, stay (AWS service model). */
export const updateOrganizationalUnit: Operation = {
  name: 'UpdateOrganizationalUnit',
  fields: [unitIdField, unitNameField],
  authorize: managementOnly,
  needs: needsOn('OrganizationalUnitId'),
  handle: (context) =>
    withUnit(context, (unit) => {
      const { Name: name } = context.input;
      if (typeof name === 'string') {
        if (isNameTaken(context, unit.parent ?? '', name, unit.id)) return refuse(duplicateName);
        unit.name = name;
      }
      return ok({ OrganizationalUnit: unitShape(context, unit) });
    }),
};
