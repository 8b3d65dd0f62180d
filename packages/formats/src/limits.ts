// How many objects one import takes on. Far more than people draw; it bounds the work that a hostile file can ask for.

export interface ObjectLimits {
  readonly objects: number;
  /** Boundaries are compared with each other and with everything else, so there may be fewer of them. */
  readonly boundaries: number;
}

export const objectLimits: ObjectLimits = { objects: 50_000, boundaries: 1_000 };
