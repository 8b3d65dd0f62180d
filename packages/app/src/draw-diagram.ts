// `merlon diagram`: one picture of a model, by a view's kind or by the name of a saved view.
import { diagramView, type DiagramView } from "@merlon/reports";
import type { Diagnostic, ModelView, View } from "@merlon/schema";
import { analyzeLoaded } from "./analyze-models.ts";
import { AppError } from "./app-error.ts";
import { findModel } from "./model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "./model/load-model.ts";
import { drawPicture, type PictureFormat } from "./picture/draw-picture.ts";
import { pictureSession } from "./picture/picture-session.ts";
import type { Session } from "./session.ts";
import { unknownId } from "./unknown-id.ts";

export interface DiagramRequest {
  /** `dfd`, `personal-data`, `data:<id>`, `boundary:<id>`, or the id of a view in views.yaml. */
  readonly view: string;
  readonly format: PictureFormat;
}

export interface DrawnDiagram {
  /** Text as UTF-8. */
  readonly picture: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
  /** What a saved view asks for and the picture does not have. */
  readonly notes: readonly string[];
  /** The view in time that it is of. */
  readonly inTime: ModelView | undefined;
}

export async function drawDiagram(path: string | undefined, session: Session, { view, format }: DiagramRequest): Promise<DrawnDiagram> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  const inTime = loaded.model.view;
  if (inTime && loaded.model.views.has(inTime.name)) throw new AppError("A4015", `A view of views.yaml is called \`${inTime.name}\`, as a view in time is.`, { hint: "Give the saved view another name." });
  const saved = loaded.model.views.get(view);
  const wanted = viewOf(saved?.shows ?? view, loaded);
  const { analysis, diagnostics } = analyzeLoaded(loaded, session);
  session.progress(`Drawing ${loaded.place.shown}`);
  const notes: string[] = [];
  const picture = await drawPicture(loaded.model, analysis, format, {
    view: wanted, ...handOf(saved), ...pictureSession(session),
    onOtherPlaces: (why) => { notes.push(`The positions of the view ${view} are not used: ${why}.`); },
  });
  return { picture, diagnostics, notes, inTime };
}

/** What people did to it by hand. */
function handOf(view: View | undefined): Pick<View, "collapsed" | "positions"> {
  return { ...(view?.collapsed ? { collapsed: view.collapsed } : {}), ...(view?.positions ? { positions: view.positions } : {}) };
}

function viewOf(text: string, { model }: LoadedModel): DiagramView {
  const view = diagramView(text, model);
  if (view !== undefined) return view;
  if (text.startsWith("data:")) throw unknownId("data", text.slice("data:".length), model.data.keys());
  if (text.startsWith("boundary:")) throw unknownId("boundary", text.slice("boundary:".length), model.boundaries.keys());
  const saved = [...model.views.keys()];
  throw new AppError("A4009", `There is no view \`${text}\`.`, { hint: `Use dfd, personal-data, data:<id>, boundary:<id>${saved.length > 0 ? `, or a saved one: ${saved.join(", ")}` : ""}.` });
}
