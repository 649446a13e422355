/** The printers for paper of this PC as set up (local settings), their ports, and which paper goes to which. */
import type { LocalRows } from "../../../db/queries/local.ts";
import type { PaperKind } from "../../../preload/contract/paper-fields.ts";
import { openPaperPrinter } from "../../devices/paper/open-paper.ts";
import { type PaperProfile, paperProfileSchema } from "../../devices/paper/paper-profile.ts";
import type { PrinterPort } from "../../devices/printer/printer-port.ts";

const setting = "paper-printers";

export type PaperPrinters = ReturnType<typeof createPaperPrinters>;

export function createPaperPrinters(local: LocalRows) {
	const ports = new Map<string, PrinterPort>();

	const raw = (): unknown[] => local.setting<unknown[]>(setting) ?? [];
	const known = (profile: unknown) => paperProfileSchema.safeParse(profile).success;
	const list = (): PaperProfile[] =>
		raw()
			.filter(known)
			.map((profile) => paperProfileSchema.parse(profile));
	const find = (id: string): PaperProfile | undefined => list().find((profile) => profile.id === id);

	/** What this version can't read is a later one's: it stays where it is. */
	function write(profiles: readonly PaperProfile[]): void {
		local.setSetting(setting, [...profiles, ...raw().filter((profile) => !known(profile))]);
		ports.clear();
	}

	return {
		list,
		find,
		/** The one a paper goes to by itself; undefined: it is shown on the screen instead. */
		taking: (paper: PaperKind): PaperProfile | undefined => list().find(({ papers }) => papers.includes(paper)),
		/** Keeps its place in the list. A paper comes out in one place only: the others let go of it. */
		save(profile: PaperProfile): void {
			const others = (one: PaperProfile) => ({
				...one,
				papers: one.papers.filter((paper) => !profile.papers.includes(paper)),
			});
			const now = list().map((one) => (one.id === profile.id ? profile : others(one)));
			write(now.some(({ id }) => id === profile.id) ? now : [...now, profile]);
		},
		remove: (id: string): void => write(list().filter((one) => one.id !== id)),
		port(id: string): PrinterPort | undefined {
			const profile = find(id);
			if (!profile) return undefined;
			const port = ports.get(id) ?? openPaperPrinter(profile);
			ports.set(id, port);
			return port;
		},
	};
}
