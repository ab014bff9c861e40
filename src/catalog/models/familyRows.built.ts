import data from '../data/families.json';
import type { FamilyRow } from './families';

/** The rows as data, in order. */
export const familyRows = data as readonly FamilyRow[];
