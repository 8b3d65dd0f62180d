// Property tests try the same cases in every run, so that a run that was green stays green. `MERLON_SEED=random` tries others, as by night; a number tries those of a run that failed.
import fc from "fast-check";

const { MERLON_SEED: said } = process.env;

if (said !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: said === undefined ? 20261125 : Number(said) });
