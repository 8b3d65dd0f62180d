// Personal data: where each kind goes, who outside receives it, where it travels in the clear, and what it is kept for.
import type { PersonalData } from "@merlon/schema";
import { html, type Html } from "../../escape/html.ts";
import { dataJourney, type DataJourney } from "../../wording/data-journey.ts";
import { anchorId, objectRef, objectRefs } from "../anchors.ts";
import { section, term } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";

export function personalSection(context: ReportContext): Html {
  const { analysis } = context;
  const personal = analysis.data.filter(({ personal: answer }) => answer === "yes");
  const unsure = analysis.data.filter(({ personal: answer }) => answer === "unknown");
  return section("personal", "Personal data",
    personal.length === 0 ? html`<p>No data is known to be about a person.</p>` : personal.map((d) => journeyCard(dataJourney(d, analysis), context)),
    unsure.length === 0 ? undefined : html`<p class="unsure">Not known whether personal: ${objectRefs(unsure.map(({ data }) => data), context.titles)}.</p>`);
}

function journeyCard(journey: DataJourney, context: ReportContext): Html {
  const { placement: d, places, unencrypted, unstated } = journey;
  const { titles } = context;
  return html`<article class="card" aria-labelledby="${anchorId("data", d.data)}-goes"><h3 id="${anchorId("data", d.data)}-goes">${objectRef(d.data, titles)}${d.special === "yes" ? html` <span class="badge look">special category</span>` : undefined}</h3>
<dl class="facts">${[
    ...places.map(({ trust, elements }) => term(trust === "unknown" ? "at unknown trust" : `at ${trust}`, objectRefs(elements.map(({ id }) => id), titles))),
    term("received by", d.recipients.length > 0 ? objectRefs(d.recipients, titles) : "nobody outside"),
    term("unencrypted on", unencrypted.length > 0 ? html`<strong>${unencrypted.join(", ")}</strong>` : "nothing known"),
    term("encryption unknown on", unstated.length > 0 ? html`<span class="unsure">${unstated.join(", ")}</span>` : undefined),
    ...(d.personalDetails ? details(d.personalDetails) : []),
  ]}</dl></article>
`;
}

function details(personal: PersonalData): readonly Html[] {
  const list = (items: readonly string[] | undefined): string | undefined => (items === undefined || items.length === 0 ? undefined : items.join(", "));
  return [
    term("about", list(personal.subjects)), term("purpose", personal.purpose ?? html`<span class="unsure">not stated</span>`), term("legal basis", personal["legal-basis"]),
    term("kept", personal.retention ?? html`<span class="unsure">not stated</span>`), term("identifiability", personal.identifiability),
    term("also goes to", list(personal.recipients)), term("transferred to", list(personal.transfers)),
  ];
}
