/**
 * A square for each of the 31 provincial units of the mainland fiscal system, roughly where it lies: column from the
 * west, row from the north, from 1. All are of one size, so that a small province is seen as well as a large one.
 */
export const tileGrid: Readonly<Record<string, { column: number; row: number }>> = {
  'CN-HL': { column: 9, row: 1 },
  'CN-XJ': { column: 1, row: 2 },
  'CN-NM': { column: 6, row: 2 },
  'CN-JL': { column: 9, row: 2 },
  'CN-GS': { column: 3, row: 3 },
  'CN-NX': { column: 4, row: 3 },
  'CN-SX': { column: 6, row: 3 },
  'CN-BJ': { column: 7, row: 2 },
  'CN-TJ': { column: 8, row: 3 },
  'CN-LN': { column: 9, row: 3 },
  'CN-QH': { column: 2, row: 3 },
  'CN-SN': { column: 5, row: 3 },
  'CN-HE': { column: 7, row: 3 },
  'CN-SD': { column: 8, row: 4 },
  'CN-XZ': { column: 1, row: 4 },
  'CN-SC': { column: 3, row: 4 },
  'CN-CQ': { column: 4, row: 4 },
  'CN-HB': { column: 5, row: 4 },
  'CN-HA': { column: 6, row: 4 },
  'CN-AH': { column: 7, row: 4 },
  'CN-JS': { column: 8, row: 5 },
  'CN-YN': { column: 2, row: 5 },
  'CN-GZ': { column: 4, row: 5 },
  'CN-HN': { column: 5, row: 5 },
  'CN-JX': { column: 6, row: 5 },
  'CN-ZJ': { column: 7, row: 5 },
  'CN-SH': { column: 9, row: 5 },
  'CN-GX': { column: 4, row: 6 },
  'CN-GD': { column: 5, row: 6 },
  'CN-FJ': { column: 6, row: 6 },
  'CN-HI': { column: 4, row: 7 },
}

export const TILE_COLUMNS = 9
