// What a rule may cost. A step is one member that a quantifier looks at; linear rules on the largest models take a few hundred thousand.
// When the steps are used up, quantifiers answer `unknown`: a bound in steps, not in time, so that the same model gives the same result everywhere.

/** For one rule over a whole model, and for one explanation. */
export const RULE_STEPS = 2_000_000;
