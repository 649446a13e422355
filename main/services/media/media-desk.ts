/**
 * Bytes that never ride a call. Inward: a call draws a ticket, the host takes the bytes for it, they are stored
 * encrypted and answered as a handle (sha256). Outward: a handle is a stored picture, or a paper made for this session.
 */
import { refuse } from "../../../domain/errors.ts";
import type { AggId } from "../../../domain/event/event.ts";
import { pictureOfThumbnail } from "../../../preload/contract/media.ts";
import type { MediaRead } from "../../host-core.ts";
import type { Ports } from "../../ports.ts";
import type { BlobStore } from "../../vault/blobs.ts";
import { pictureKind } from "./picture-kind.ts";
import type { Thumbnails } from "./thumbnails.ts";

export const maxBytes = 8 * 1024 * 1024;
/** Twelve of today's cameras; more is a mistake or an attack on the memory. */
export const maxPixels = 40_000_000;
const ticketLifeMs = 15 * 60_000;
const paperLifeMs = 30 * 60_000;
/** The labels of a large order, and a few papers; never more memory than this, whatever is asked for. */
const maxPapers = 120;
const maxPaperBytes = 16 * 1024 * 1024;

const isSha = (text: string) => /^[0-9a-f]{64}$/.test(text);

export type MediaDesk = {
	/** One upload of a picture in `role`, to be kept under `kid`. */
	ticket(kid: AggId, role: string): string;
	/** JPEG, PNG or WebP, told by its bytes and never by what the sender says; ≤ {@link maxBytes}, ≤ {@link maxPixels}. */
	accept(ticket: string, bytes: Uint8Array): { handle: string };
	/** Offers a made paper (PDF, PNG, CSV) for half an hour; memory only. */
	offer(paper: MediaRead): string;
	/** A stored picture, its thumbnail, or an offered paper. */
	read(handle: string): MediaRead | Promise<MediaRead>;
	/** Papers a person without sign-in may read (recovery sheet of the set-up). */
	offerOpenly(paper: MediaRead): string;
	isOpen(handle: string): boolean;
	/** Forgets every paper: the session was locked. */
	forget(): void;
};

export function createMediaDesk(ports: Ports, blobs: BlobStore, thumbnails: Thumbnails): MediaDesk {
	const tickets = new Map<string, { kid: AggId; role: string; until: number }>();
	const papers = new Map<string, { paper: MediaRead; until: number; open: boolean }>();
	const token = () => Buffer.from(ports.random.bytes(24)).toString("hex");

	function keep(paper: MediaRead, open: boolean): string {
		const now = ports.clock.mono();
		for (const [handle, kept] of papers) if (kept.until < now) papers.delete(handle);
		let bytes = paper.bytes.byteLength;
		for (const kept of papers.values()) bytes += kept.paper.bytes.byteLength;
		for (const [handle, kept] of papers) {
			if (papers.size < maxPapers && bytes <= maxPaperBytes) break;
			bytes -= kept.paper.bytes.byteLength;
			papers.delete(handle);
		}
		const handle = token();
		papers.set(handle, { paper, until: now + paperLifeMs, open });
		return handle;
	}

	return {
		ticket(kid, role) {
			const now = ports.clock.mono();
			for (const [id, t] of tickets) if (t.until < now) tickets.delete(id);
			const id = token();
			tickets.set(id, { kid, role, until: now + ticketLifeMs });
			return id;
		},
		accept(id, bytes) {
			const ticket = tickets.get(id);
			if (!ticket || ticket.until < ports.clock.mono()) refuse("not-found", "media.unknown-ticket");
			if (bytes.byteLength > maxBytes) refuse("invalid-input", "media.too-large", { maxBytes });
			const kind = pictureKind(bytes) ?? refuse("invalid-input", "media.not-a-picture");
			if (kind.width * kind.height > maxPixels) refuse("invalid-input", "media.too-many-pixels", { maxPixels });
			tickets.delete(id);
			return { handle: blobs.put(ticket.kid, kind.mime, ticket.role, bytes, ports.clock.now()).sha };
		},
		offer: (paper) => keep(paper, false),
		offerOpenly: (paper) => keep(paper, true),
		isOpen: (handle) => papers.get(handle)?.open === true,
		read(handle) {
			const kept = papers.get(handle);
			if (kept && kept.until >= ports.clock.mono()) return kept.paper;
			const picture = pictureOfThumbnail(handle);
			if (picture !== undefined && isSha(picture)) return thumbnails.read(picture);
			if (isSha(handle)) return blobs.read(handle);
			return refuse("not-found", "media.gone");
		},
		forget() {
			for (const [handle, kept] of papers) if (!kept.open) papers.delete(handle);
		},
	};
}
