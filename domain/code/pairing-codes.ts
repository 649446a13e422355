/**
 * The three codes of the sheet a scanner is set up with. Their texts are known, so that what arrives tells what the
 * scanner adds, drops or changes. Printed by the workstation, recognised by the screens; none of them means anything
 * in the trade.
 */

export type PairingCodeId = "plain" | "chinese" | "gs1";
export type PairingCode = {
	id: PairingCodeId;
	symbology: "code128" | "qr" | "gs1-128";
	/** As the symbol's maker wants it. */
	encode: string;
	/** As a scanner that changes nothing sends it. */
	text: string;
};

export const pairingCodes: Readonly<Record<PairingCodeId, PairingCode>> = {
	/** Capitals, and the letters and signs that lie elsewhere on German and French keyboards. */
	plain: { id: "plain", symbology: "code128", encode: "Welt-1/yzQAm_:+?", text: "Welt-1/yzQAm_:+?" },
	chinese: { id: "chinese", symbology: "qr", encode: "Welt-2/沿条中文", text: "Welt-2/沿条中文" },
	/** A GS in the middle: the lot has no fixed length. The GTIN is one of those kept for examples. */
	gs1: {
		id: "gs1",
		symbology: "gs1-128",
		encode: "(01)09521234543213(10)WELT(21)3",
		text: "010952123454321310WELT\u001d213",
	},
};

export const pairingCodeIds = ["plain", "chinese", "gs1"] as const satisfies readonly PairingCodeId[];
