/** Names of symbologies: from the AIM prefix (ISO/IEC 15424), or from the letter Honeywell's scanners send with a scan. */

const byAim: Record<string, string> = {
	A: "code39",
	C: "code128",
	E: "ean-upc",
	e: "gs1-databar",
	F: "codabar",
	G: "code93",
	H: "code11",
	I: "itf",
	L: "pdf417",
	M: "msi",
	O: "codablock",
	Q: "qr",
	R: "code-2of5",
	S: "code-2of5",
	U: "maxicode",
	d: "datamatrix",
	h: "han-xin",
	J: "dotcode",
	z: "aztec",
};

const gs1: Record<string, string> = {
	"]C1": "gs1-128",
	"]d2": "gs1-datamatrix",
	"]d5": "gs1-datamatrix",
	"]Q3": "gs1-qr",
	"]Q4": "gs1-qr",
	"]J1": "gs1-dotcode",
};

/** Empty when the prefix names none. */
export function symbologyOf(aim: string): string {
	return gs1[aim] ?? byAim[aim.charAt(1)] ?? "";
}

const honeywell: Record<string, string> = {
	"<": "code32",
	D: "ean-8",
	E: "upc-e",
	H: "han-xin",
	I: "gs1-128",
	Q: "china-post",
	a: "codabar",
	b: "code39",
	c: "upc-a",
	d: "ean-13",
	e: "itf",
	f: "code-2of5",
	h: "code11",
	i: "code93",
	j: "code128",
	m: "matrix-2of5",
	r: "pdf417",
	s: "qr",
	w: "datamatrix",
	y: "gs1-databar",
	z: "aztec",
	"{": "gs1-databar",
	"}": "gs1-databar",
};

/** From byte 61 of a HID POS report; undefined when the maker's letters are not known. */
export function makerSymbology(vendorId: number, letter: number): string | undefined {
	return vendorId === 0x0c2e || vendorId === 0x23d0 ? honeywell[String.fromCharCode(letter)] : undefined;
}
