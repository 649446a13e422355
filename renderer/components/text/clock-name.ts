/** The name of a promise clock for a chip: without its variant, because "Repair, simple" and "Repair, resole" share a letter. */
export function clockName(name: string): string {
	return name.replace(/\s*[（(,，].*$/, "");
}
