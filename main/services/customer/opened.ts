/**
 * What customers told, once it can be read: their names are found, their phone numbers listed, the screens read again.
 * Called when keys have come and when the lease is lost or had again.
 */
import type { App } from "../../app.ts";

function list({ keys, vault, log }: App, subjectId: string, phone: string | undefined): void {
	// A locked one is listed when it opens.
	if (!phone || vault.isLocked(`subject:${subjectId}`)) return;
	log.transact(() => keys.setPhone(subjectId, vault.phoneHash(phone)));
}

/** Names, phone numbers and pictures whose keys have just come are read, found and shown. */
export function showOpened(app: App, kids: readonly string[]): void {
	for (const kid of kids) {
		if (!kid.startsWith("subject:")) continue;
		const id = kid.slice(8);
		app.directory.refresh(id);
		list(app, id, app.directory.find(id)?.phone);
	}
	if (kids.length > 0) app.push({ type: "changed", aggs: [...kids] });
}

/** The lease ends soon, is lost, or stands again. */
export function leaseChanged(app: App): void {
	app.ports.log.info("lease.changed", { phase: app.lease.view()?.phase });
	// Keys that came while all was locked could not be listed then.
	void app.directory.reload(({ id, phone }) => {
		if (!app.keys.isListed(id)) list(app, id, phone);
	});
	app.push({ type: "changed", aggs: ["*"] });
	app.push({ type: "sync" });
}
