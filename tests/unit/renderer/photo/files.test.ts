import { describe, expect, test } from "vitest";
import { troubleOf } from "../../../../renderer/components/photo/camera/open-camera.ts";
import { parseCameraSettings } from "../../../../renderer/components/photo/camera-settings.ts";
import { troubleOfBytes } from "../../../../renderer/components/photo/picture/read-file.ts";
import { shownPhotos, withoutPhoto, withPhoto } from "../../../../renderer/features/counter/draft/photos.ts";

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe("a chosen file", () => {
	test("is told by its bytes", () => {
		expect(troubleOfBytes(bytes("\xff\xd8\xff\xe1"))).toBeUndefined();
		expect(troubleOfBytes(bytes("\x89PNG\r\n\x1a\n"))).toBeUndefined();
		expect(troubleOfBytes(bytes("RIFF....WEBPVP8 "))).toBeUndefined();
		expect(troubleOfBytes(bytes("....ftypheic...."))).toBe("heic");
		expect(troubleOfBytes(bytes("....ftypmif1...."))).toBe("heic");
		expect(troubleOfBytes(bytes("....ftypisom...."))).toBe("not-a-picture");
		expect(troubleOfBytes(bytes("%PDF-1.7"))).toBe("not-a-picture");
		expect(troubleOfBytes(new Uint8Array())).toBe("not-a-picture");
	});
});

describe("the camera", () => {
	test("why it gives no picture", () => {
		const named = (name: string) => troubleOf(new DOMException("", name));
		expect(named("NotAllowedError")).toBe("denied");
		expect(named("NotReadableError")).toBe("busy");
		expect(named("NotFoundError")).toBe("none");
		expect(named("GoneError")).toBe("gone");
		expect(named("TimeoutError")).toBe("timeout");
		expect(troubleOf({ name: "OverconstrainedError" })).toBe("none");
		expect(troubleOf(undefined)).toBe("busy");
	});

	test("settings that can't be read are no settings", () => {
		const nothing = { ghost: 35 };
		for (const text of [null, "", "abc123", "[]", '{"ghost":1000}', "null"]) {
			expect(parseCameraSettings(text)).toEqual(nothing);
		}
		expect(parseCameraSettings('{"deviceId":"a","label":"C920","ghost":60,"other":1}')).toEqual({
			deviceId: "a",
			label: "C920",
			ghost: 60,
		});
	});
});

describe("the photos of a drop-off", () => {
	const taken = [
		{ handle: "a", piece: "p1" },
		{ handle: "b", piece: null },
	];
	test("taken again, the earlier one goes", () => {
		const photos = withPhoto(taken, { handle: "c", piece: null }, { handle: "a", why: "again" });
		expect(photos).toEqual([{ handle: "c", piece: "p1" }, taken[1]]);
	});
	test("edited, the one it was made from stays behind it", () => {
		const once = withPhoto(taken, { handle: "c", piece: null }, { handle: "a", why: "edited" });
		const twice = withPhoto(once, { handle: "d", piece: null }, { handle: "c", why: "edited" });
		expect(twice.map(({ handle }) => handle)).toEqual(["a", "c", "d", "b"]);
		expect(shownPhotos(twice)).toEqual([
			{ handle: "d", piece: "p1", insteadOf: "c", originals: ["a", "c"] },
			{ handle: "b", piece: null, originals: [] },
		]);
		expect(withoutPhoto(twice, "d")).toEqual([taken[1]]);
	});
	test("one that stands in for a photo removed meanwhile is a photo of its own", () => {
		const photos = withPhoto(taken, { handle: "c", piece: null }, { handle: "gone", why: "again" });
		expect(photos.map(({ handle }) => handle)).toEqual(["a", "b", "c"]);
	});
});
