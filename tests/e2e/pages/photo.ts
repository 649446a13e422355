/** The camera wherever it stands, what can be done with a photo, and the photos as they were stored. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { Language } from "../../../renderer/i18n/define.ts";
import { photoTexts } from "../../../renderer/i18n/texts/photo.ts";
import { photoEditTexts } from "../../../renderer/i18n/texts/photo-edit.ts";
import { wordsOf } from "./words.ts";

export type StoredPicture = {
	bytes: number;
	width: number;
	height: number;
	mime: string;
	/** Anything a camera or phone writes about itself, place or time. */
	metadata: boolean;
	/** Pixels in the red of the marks. */
	red: number;
};

export function photoParts(page: Page, language: Language = "zh-CN") {
	const t = wordsOf(photoTexts, language);
	const e = wordsOf(photoEditTexts, language);
	const camera = page.getByRole("region", { name: t("camera"), exact: true });
	const editor = page.getByRole("dialog", { name: e("title") });
	const opened = page.getByRole("button", { name: new RegExp(t("open-photo")) });
	const handleOf = (photo: Locator) =>
		photo.getByRole("img").evaluate((img: HTMLImageElement) => new URL(img.src).pathname.replace("/media/thumb-", ""));
	return {
		camera,
		shutter: camera.getByRole("button", { name: new RegExp(`^${t("shoot")}|^${t("shoot-for", { what: "" })}`) }),
		lastShot: camera.getByRole("region", { name: t("last-shot") }),
		warning: (flaw: "blurred" | "dark") => camera.getByRole("alert").filter({ hasText: t(flaw) }),
		retake: camera.getByRole("button", { name: t("retake") }),
		trouble: (why: "lost" | "denied" | "busy") => camera.getByRole("alert").filter({ hasText: t(`camera-${why}`) }),
		missing: (name: string) => camera.getByRole("alert").filter({ hasText: t("camera-gone-named", { name }) }),
		useOther: camera.getByRole("button", { name: new RegExp(`^${t("camera-use", { name: "" })}`) }),
		said: (what: "heic" | "unreadable" | "not-a-picture") => camera.getByRole("alert").filter({ hasText: t(what) }),
		ghost: camera.getByRole("slider", { name: t("ghost") }),
		editor,
		stage: editor.getByRole("button", { name: e("stage") }),
		/** Drawn so far, of one kind. */
		marks: (kind: "fault" | "arrow" | "ring" | "pen") => editor.locator(`[data-mark="${kind}"]`),
		cut: editor.locator("[data-cut]"),
		faultName: editor.getByRole("combobox", { name: e("fault-name") }),
		photos: opened,
		original: page.getByRole("button", { name: new RegExp(`^${t("original")}`) }),
		shown: page.getByRole("dialog").locator("img"),
		async upload(file: { name: string; mimeType: string; buffer: Buffer }) {
			const chooser = page.waitForEvent("filechooser");
			await camera.getByRole("button", { name: t("upload") }).click();
			await (await chooser).setFiles(file);
		},
		/** The n-th photo as the workstation keeps it, read back through its own door. */
		async stored(at: number): Promise<StoredPicture> {
			await expect(opened.nth(at).getByRole("img")).toBeVisible();
			return readBack(page, await handleOf(opened.nth(at)));
		},
		handle: (at: number) => handleOf(opened.nth(at)),
		readBack: (handle: string) => readBack(page, handle),
	};
}

async function readBack(page: Page, handle: string): Promise<StoredPicture> {
	return page.evaluate(async (sha) => {
		const response = await fetch(`/media/${sha}`);
		const blob = await response.blob();
		const bytes = new Uint8Array(await blob.arrayBuffer());
		const text = new TextDecoder("latin1").decode(bytes);
		const picture = await createImageBitmap(blob, { imageOrientation: "none" });
		const canvas = new OffscreenCanvas(picture.width, picture.height);
		const context = canvas.getContext("2d");
		if (!context) throw new Error("no canvas");
		context.drawImage(picture, 0, 0);
		const { data } = context.getImageData(0, 0, picture.width, picture.height);
		let red = 0;
		for (let i = 0; i < data.length; i += 4) {
			if ((data[i] ?? 0) > 190 && (data[i + 1] ?? 0) < 80 && (data[i + 2] ?? 0) < 80) red += 1;
		}
		return {
			bytes: bytes.length,
			width: picture.width,
			height: picture.height,
			mime: blob.type,
			metadata: /Exif|http:\/\/ns\.adobe\.com|Photoshop|GPS/.test(text),
			red,
		};
	}, handle);
}
