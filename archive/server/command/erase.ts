/** `npm run archive:erase -- --subject=ID [--reason=asked|consent-withdrawn|purpose-met]`. */
import { type ErasureReason, erasureReasons } from "../../../domain/customer/decide-erasure.ts";
import type { Archive } from "../archive.ts";
import { eraseSubject, sentenceOf } from "../erase/decide.ts";

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Throws TypeError with a sentence for words it can't use and for what the rule forbids. */
export async function eraseByCommand(archive: Archive, { subject = "", reason = "asked" }: Record<string, string>) {
	const known = erasureReasons.find((each): each is ErasureReason => each === reason);
	if (!id.test(subject) || !known)
		throw new TypeError(`erase needs --subject=ID, and may say --reason=${erasureReasons.join("|")}`);
	try {
		const erased = await eraseSubject(archive, subject, known);
		if (!erased) throw new TypeError("the archive knows no subject of this id");
		return erased;
	} catch (error) {
		const sentence = sentenceOf(error);
		throw sentence ? new TypeError(sentence) : error;
	}
}
