import type { Session } from "electron";
import { isOurAddress } from "./ipc-host.ts";

/**
 * Electron grants everything unless told otherwise. Our page may use the camera; nobody may do anything else.
 * Scanners and printers are driven by the process, so the page gets no device either, and no request leaves
 * the machine from it.
 */
export function restrictSession(session: Session): void {
	session.setPermissionRequestHandler((_contents, permission, answer, details) => {
		const media = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
		const cameraOnly = media.length > 0 && media.every((type) => type === "video");
		answer(permission === "media" && cameraOnly && details.isMainFrame && isOurAddress(details.requestingUrl));
	});
	session.setPermissionCheckHandler((_contents, permission, origin, details) => {
		return permission === "media" && details.mediaType === "video" && isOurAddress(origin);
	});
	session.setDevicePermissionHandler(() => false);
	session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
	session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
	session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysHere(details.url) }));
	// The checker fetches its dictionaries from the network, and underlines every order number.
	session.setSpellCheckerEnabled(false);
}

function staysHere(address: string): boolean {
	if (isOurAddress(address)) return true;
	// The PDF viewer is an extension built into Chromium.
	return /^(blob:app:\/\/welt\/|data:|devtools:|chrome-extension:|chrome:)/.test(address);
}
