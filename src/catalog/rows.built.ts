import type { TargetRow, VendorRow } from '../core/catalog/catalog';
import targetRows from './data/targets.json';
import vendorRows from './data/vendors.json';

/** The vendor rows as data, in the table's order. */
export const vendors = vendorRows as readonly VendorRow[];
/** The target rows as data, in the table's order. */
export const targets = targetRows as readonly TargetRow[];
