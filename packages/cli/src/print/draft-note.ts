// What is said where a rule that is not done yet is shown at work.

export const draftNote = "The rule is a draft: `analyze` leaves it out until its status is stable; `explain` and `why-not` try it on any model.";
