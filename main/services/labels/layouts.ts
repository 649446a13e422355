/** Layouts for the editor: which there are, how one comes out, keeping one, going back. Called by main/handlers/labels.ts. */
import { setImmediate as nextTask } from "node:timers/promises";
import { refuse } from "../../../domain/errors.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import { labelKinds, layoutSizes } from "../../../preload/contract/label-layout.ts";
import { type labelsCalls, mostLogoBytes } from "../../../preload/contract/labels.ts";
import type { App } from "../../app.ts";
import { bitmapToPng } from "../../print/label/bitmap.ts";
import { oneBitPicture } from "../../print/label/image.ts";
import { labelLayout } from "../../print/label/layouts.ts";
import { rasterLabel } from "../../print/label/raster.ts";
import { layoutProblems } from "./check.ts";
import { sampleLabel } from "./samples.ts";

type Calls = typeof labelsCalls;
type Input<K extends keyof Calls> = ParsedOf<Calls[K]>;
type Output<K extends keyof Calls> = OutputOf<Calls[K]>;

export function listLayouts(app: App): Output<"labels.layouts"> {
	const { layouts } = app.print;
	const all = labelKinds.flatMap((kind) => layoutSizes.map((size) => ({ kind, size })));
	return { layouts: all.map((one) => ({ ...one, changed: layouts.own(one.kind, one.size) !== undefined })) };
}

export function readLayout(app: App, { kind, size }: Input<"labels.read">): Output<"labels.read"> {
	const { layouts } = app.print;
	return { layout: layouts.get(kind, size), changed: layouts.own(kind, size) !== undefined };
}

/** Gives the process a turn: an editor asks for one picture after another, each as large as a label. */
export async function previewLayout(app: App, input: Input<"labels.preview">): Promise<Output<"labels.preview">> {
	const { layouts } = app.print;
	await nextTask();
	const problems = layoutProblems(input.layout, layouts.picture);
	const { language } = app.store().state;
	try {
		const data = sampleLabel(input.layout.kind, input.sample, language);
		const bitmap = rasterLabel(data, input.layout, input.dpi, layouts.picture);
		return { handle: app.media.offer({ mime: "image/png", bytes: bitmapToPng(bitmap) }), problems };
	} catch {
		// A code too wide for its box can't be drawn; the list of problems says which.
		return { handle: null, problems };
	}
}

export function saveLayout(app: App, { layout }: Input<"labels.save">): Output<"labels.save"> {
	const { layouts } = app.print;
	const [first] = layoutProblems(layout, layouts.picture);
	if (first) refuse("invalid-input", first.reason, { place: first.at === null ? 0 : first.at + 1 });
	layouts.save(layout);
	return {};
}

export function resetLayout(app: App, { kind, size }: Input<"labels.reset">): Output<"labels.reset"> {
	app.print.layouts.reset(kind, size);
	return { layout: labelLayout(kind, size) };
}

export function logoTicket(app: App): Output<"labels.logoTicket"> {
	return { ticket: app.media.ticket(`store:${app.log.identity.store}`, "logo") };
}

export async function addLogo(app: App, { handle }: Input<"labels.addLogo">): Promise<Output<"labels.addLogo">> {
	const { mime, role } = app.blobs.ref(handle);
	if (role !== "logo" || (mime !== "image/png" && mime !== "image/jpeg")) refuse("invalid-input", "labels.not-a-logo");
	const { bytes } = app.blobs.read(handle);
	if (bytes.byteLength > mostLogoBytes) refuse("invalid-input", "labels.logo-too-large");
	const bitmap = await oneBitPicture(bytes).catch(() => refuse("invalid-input", "labels.not-a-logo"));
	return { image: app.print.layouts.keepPicture(bitmap), width: bitmap.width, height: bitmap.height };
}
